namespace Restaurant.Domain.Understanding;

public static class IntentClassifier
{
    public static IntentGuess Classify(ScreenedMessage message, OrderReading reading)
    {
        var isQuestion = message.Text.EndsWith('?');
        return reading.Lines.Count > 0 ? new(Intent.Order, 0.9, "names dishes", Intent.Enquiry, 0.1)
            : isQuestion ? new(Intent.Enquiry, 0.9, "asks a question", Intent.Miscellaneous, 0.1)
            : new(Intent.Miscellaneous, 0.6, "neither dish nor question", Intent.Enquiry, 0.3);
    }
}
