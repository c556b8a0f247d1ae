using System.Globalization;
using System.Text;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Messages;

/// <summary>Decides where an understood message goes. Nothing unsure reaches the kitchen.</summary>
public static class Decider
{
    private const int MostNamed = 4;

    [ThreadStatic]
    private static StringBuilder? mine;

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
        if (reading.Lines.Count == 0)
        {
            return reading.Unmatched.Count == 0
                ? Review("Asks for something, but nothing that we could read as a dish.", confidence)
                : new(MessageOutcome.Enquiry, $"Nothing asked for is on the menu: {Unknown(reading)}.", unsure, confidence);
        }

        if (reading.Unmatched.Count > 0)
            return Review($"{Count(reading.Lines.Count, "line")} read, not on the menu: {Unknown(reading)}.", confidence);
        if (priced.Problems.Count > 0)
            return Review($"Cannot be cooked as asked: {Name(Once(priced.Problems))}.", confidence);
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

    private static string Lines(OrderReading reading) => Name(Once(reading.Lines, Line));

    private static string Unknown(OrderReading reading) => Name(Once(reading.Unmatched, static phrase => phrase.Words));

    private static string Line(ReadLine line)
    {
        var words = (mine ??= new()).Clear().Append(CultureInfo.InvariantCulture, $"{line.Quantity} ").Append(line.Item);
        if (line.Size is not null)
            words.Append(" (").Append(line.Size).Append(')');
        for (var extra = 0; extra < line.Modifiers.Count; extra++)
            Append(words.Append(extra == 0 ? " " : " and "), line.Modifiers[extra]);
        return words.ToString();
    }

    private static StringBuilder Append(StringBuilder words, ReadModifier modifier) => modifier.Action switch
    {
        ModifierAction.Remove => words.Append("without ").Append(modifier.Modifier),
        ModifierAction.Extra => words.Append("with extra ").Append(modifier.Modifier),
        ModifierAction.Light => words.Append("with light ").Append(modifier.Modifier),
        ModifierAction.Side => words.Append("with ").Append(modifier.Modifier).Append(" on the side"),
        _ => words.Append("with ").Append(modifier.Modifier),
    };

    private static IReadOnlyCollection<string> Once(IReadOnlyList<string> names) => Once(names, static name => name);

    // One name, as most often, needs no looking for others.
    private static IReadOnlyCollection<string> Once<T>(IReadOnlyList<T> all, Func<T, string> name) =>
        all.Count == 1 ? [name(all[0])] : all.Select(name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();

    private static string Name(IReadOnlyCollection<string> names) => names.Count <= MostNamed
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(MostNamed))} and {Count(names.Count - MostNamed, "more", "more")}";

    private static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
