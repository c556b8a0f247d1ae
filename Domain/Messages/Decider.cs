using System.Globalization;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Messages;

/// <summary>Decides where an understood message goes. Nothing unsure reaches the kitchen.</summary>
public static class Decider
{
    private const int MostNamed = 4;

    /// <param name="against">What makes us unsure, each as the rest of a sentence.</param>
    public static Decision Decide(
        ScreenedMessage message, IntentGuess guess, OrderReading reading, PricedOrder priced, double confidence, DecisionSettings settings, IReadOnlyList<string>? against = null)
    {
        if (message.Flags.Contains(ScreenFlags.Empty))
            return new(MessageOutcome.Miscellaneous, "The message is empty.", false, confidence);

        return guess.Intent switch
        {
            Intent.Order => DecideOrder(reading, priced, confidence, settings, against is { Count: > 0 } ? $", because {string.Join(" and ", against)}" : ""),
            Intent.Enquiry => File(MessageOutcome.Enquiry, guess, confidence, settings),
            Intent.Offensive => File(MessageOutcome.Offensive, guess, confidence, settings),
            _ => File(MessageOutcome.Miscellaneous, guess, confidence, settings),
        };
    }

    private static Decision DecideOrder(OrderReading reading, PricedOrder priced, double confidence, DecisionSettings settings, string because)
    {
        var unsure = confidence < settings.KitchenThreshold;
        var unknown = Name(reading.Unmatched.Select(phrase => phrase.Words));

        if (reading.Lines.Count == 0)
        {
            return reading.Unmatched.Count == 0
                ? Review("Asks for something, but nothing that we could read as a dish.", confidence)
                : new(MessageOutcome.Enquiry, $"Nothing asked for is on the menu: {unknown}.", unsure, confidence);
        }

        if (reading.Unmatched.Count > 0)
            return Review($"{Count(reading.Lines.Count, "line")} read, not on the menu: {unknown}.", confidence);
        if (priced.Problems.Count > 0)
            return Review($"Cannot be cooked as asked: {Name(priced.Problems)}.", confidence);
        if (unsure)
            return Review($"Read as {Lines(reading)}, but only {Percent.Of(confidence)} sure{because}; {Percent.Of(settings.KitchenThreshold)} are asked for.", confidence);

        return new(MessageOutcome.Order, $"{Lines(reading)}; {Percent.Of(confidence)} sure.", false, confidence);
    }

    private static Decision File(MessageOutcome outcome, IntentGuess guess, double confidence, DecisionSettings settings)
    {
        var reason = confidence < settings.FilingThreshold
            ? $"Seems {IntentWords.Noun(guess.Intent)} ({guess.Reason}), but may be {IntentWords.Noun(guess.Runner)}; {Percent.Of(confidence)} sure."
            : $"Is {IntentWords.Noun(guess.Intent)}: {guess.Reason}.";
        return confidence < settings.For(guess.Intent) ? Review(reason, confidence) : new(outcome, reason, false, confidence);
    }

    private static Decision Review(string reason, double confidence) => new(MessageOutcome.Review, reason, true, confidence);

    private static string Lines(OrderReading reading) =>
        Name(reading.Lines.Select(Line));

    private static string Line(ReadLine line)
    {
        var size = line.Size is null ? "" : $" ({line.Size})";
        var extras = line.Modifiers.Count == 0 ? "" : " " + string.Join(" and ", line.Modifiers.Select(Extra));
        return string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} {line.Item}{size}{extras}");
    }

    private static string Extra(ReadModifier modifier) => modifier.Action switch
    {
        ModifierAction.Remove => $"without {modifier.Modifier}",
        ModifierAction.Extra => $"with extra {modifier.Modifier}",
        ModifierAction.Light => $"with light {modifier.Modifier}",
        ModifierAction.Side => $"with {modifier.Modifier} on the side",
        _ => $"with {modifier.Modifier}",
    };

    private static string Name(IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var named = string.Join(", ", all.Take(MostNamed));
        return all.Count > MostNamed ? $"{named} and {Count(all.Count - MostNamed, "more", "more")}" : named;
    }

    private static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
