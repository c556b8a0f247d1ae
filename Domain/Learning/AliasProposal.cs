using Restaurant.Domain.Menu;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Learning;

/// <summary>Words that people mean a dish by and that the menu does not know yet. The owner decides; nothing is added unasked.</summary>
/// <param name="ConfirmedBy">Who corrected a message this way, each once.</param>
public sealed record AliasProposal(string Item, string Words, int Confirmations, IReadOnlyList<string> ConfirmedBy, DateTimeOffset LastAt)
{
    public const int EnoughConfirmations = 2;
    private const int LongestAlias = 40;

    /// <summary>
    /// A correction speaks for an alias where exactly one phrase was unknown and exactly one dish was put in its place. Two different
    /// messages must say so, and none may mean another dish by the same words.
    /// </summary>
    public static IReadOnlyList<AliasProposal> From(IEnumerable<Correction> corrections, RestaurantMenu menu) => corrections
        .Select(Evidence)
        .OfType<Found>()
        .Where(found => menu.Items.Any(item => Same(item.Name, found.Item)))
        .GroupBy(found => found.Words)
        .Where(words => words.Select(found => found.Item).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1)
        .Where(words => words.Select(found => found.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= EnoughConfirmations)
        .Where(words => !IsKnown(words.Key, menu))
        .Select(words => new AliasProposal(
            words.First().Item, words.Key, words.Count(), words.Select(found => found.By).Distinct().ToList(), words.Max(found => found.At)))
        .OrderByDescending(proposal => proposal.Confirmations)
        .ThenBy(proposal => proposal.Words, StringComparer.Ordinal)
        .ToList();

    private static Found? Evidence(Correction correction)
    {
        var added = correction.Lines
            .Select(line => line.Item)
            .Where(item => !correction.GuessedLines.Any(guessed => Same(guessed.Item, item)))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (correction.Intent != Intent.Order || correction.GuessedUnmatched.Count != 1 || added.Count != 1)
            return null;
        var words = correction.GuessedUnmatched[0].Words.Trim().ToLowerInvariant();
        return words.Length is > 1 and <= LongestAlias ? new(added[0], words, correction.Text, correction.By, correction.At) : null;
    }

    private static bool IsKnown(string words, RestaurantMenu menu) =>
        menu.Items.Any(item => item.Aliases.Prepend(item.Name).Any(name => Same(name, words)));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private sealed record Found(string Item, string Words, string Text, string By, DateTimeOffset At);
}
