using System.Globalization;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Pipeline.Messages.Steps;

/// <summary>What steps found, in words for people.</summary>
internal static class Sentences
{
    private const int MostNamed = 3;

    public static string Count(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    public static string Of(OrderReading reading)
    {
        if (reading.Lines.Count == 0 && reading.Unmatched.Count == 0)
            return "No dish named";

        var items = Count(reading.Lines.Sum(line => line.Quantity), "item");
        var found = reading.Unmatched.Count == 0
            ? $"{items}: {Some(reading.Lines.Select(line => line.Item))}"
            : $"{items}, {reading.Unmatched.Count} unclear: {Some(reading.Unmatched.Select(phrase => phrase.Words))}";
        return reading.Doubts.Count == 0 ? found : $"{found}; in doubt: {string.Join(", ", reading.Doubts)}";
    }

    public static string Of(ReadLine line)
    {
        var modifiers = string.Concat(line.Modifiers.Select(modifier =>
            $", {(modifier.Action == ModifierAction.Remove ? "no" : modifier.Action.ToString().ToUpperInvariant())} {modifier.Modifier}"));
        return string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} × {(line.Size is null ? "" : line.Size + " ")}{line.Item}{modifiers}");
    }

    public static string Of(UnmatchedPhrase phrase) => phrase.Candidates.Count == 0
        ? $"Nothing like \u201c{phrase.Words}\u201d on the menu"
        : $"Nearest to \u201c{phrase.Words}\u201d: {Some(phrase.Candidates.Select(candidate => $"{candidate.Item} ({Percent.Of(candidate.Score)})"))}";

    public static string Noun(MessageOutcome outcome) => outcome switch
    {
        MessageOutcome.Order => "To the kitchen",
        MessageOutcome.Enquiry => "To the enquiries",
        MessageOutcome.Review => "To a person",
        MessageOutcome.Offensive => "Into quarantine",
        _ => "Filed",
    };

    public static string Language(string code) => code switch
    {
        "en" => "English",
        "es" => "Spanish",
        "fr" => "French",
        "de" => "German",
        "it" => "Italian",
        "ja" => "Japanese",
        "pt" => "Portuguese",
        "sv" => "Swedish",
        "nl" => "Dutch",
        "pl" => "Polish",
        _ => $"Language {code}",
    };

    private static string Some(IEnumerable<string> names)
    {
        var all = names.ToList();
        var named = string.Join(", ", all.Take(MostNamed));
        return all.Count > MostNamed ? $"{named} and {all.Count - MostNamed} more" : named;
    }
}
