using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Understanding;

/// <summary>Says what a message wants, with the probability and the reason.</summary>
public static class IntentClassifier
{
    private const float BareListIsOrder = 0.97f;
    private const float Unread = 0.5f;

    public static IntentGuess Classify(ScreenedMessage message, OrderReading reading) => Classify(message, reading, IntentModel.Default);

    public static IntentGuess Classify(ScreenedMessage message, OrderReading reading, IntentModel model)
    {
        if (message.Flags.Contains(ScreenFlags.Empty))
            return new(Intent.Miscellaneous, 1, "the message is empty", Intent.Enquiry, 0);
        if (string.IsNullOrWhiteSpace(message.Readable))
            return new(Intent.Miscellaneous, 0.98, "nothing but code, links or instructions to a machine", Intent.Enquiry, 0.01);

        Span<float> probabilities = stackalloc float[IntentModel.Intents];
        var features = model.Features(message, reading);
        model.Weigh(features.All, probabilities);

        if (probabilities[(int)Intent.Order] < BareListIsOrder && BareList.Is(message, reading))
            SetOrder(probabilities, BareListIsOrder);

        var (best, runner) = (0, 1);
        for (var i = 1; i < probabilities.Length; i++)
        {
            if (probabilities[i] > probabilities[best])
                (best, runner) = (i, best);
            else if (i > 0 && (runner == best || probabilities[i] > probabilities[runner]))
                runner = i;
        }

        // Nothing can be said of words that nobody has met, least of all that they are an insult; in a restaurant they are most likely an order.
        if (IntentReason.IsUnread(features, reading))
        {
            return new(Intent.Miscellaneous, Unread, IntentReason.Of(Intent.Miscellaneous, features, reading), Intent.Order, 1 - Unread) { Unfamiliar = features.Strange };
        }

        var intent = (Intent)best;
        return new(intent, probabilities[best], IntentReason.Of(intent, features, reading), (Intent)runner, probabilities[runner]) { Unfamiliar = features.Strange };
    }

    private static void SetOrder(Span<float> probabilities, float chance)
    {
        probabilities.Fill((1 - chance) / (IntentModel.Intents - 1));
        probabilities[(int)Intent.Order] = chance;
    }
}
