using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;
using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Learning;

/// <summary>Turns corrections into something to learn from, and something to test with: never both.</summary>
public static class Lessons
{
    // Every fourth correction is kept for testing; by its words, so that the same sentence is always on the same side.
    private const uint HeldBackPart = 4;

    // One correction by a person weighs as much as a practice sentence in all its variations.
    private const int Times = 6;

    private const int FirstOrigin = 1_000_000;

    public static bool IsHeldBack(Correction correction) => (uint)Letters.Hash(Normal(correction.Text)) % HeldBackPart == 0;

    /// <summary>The corrections to train with, after our own examples. The latest word on a message counts.</summary>
    public static IReadOnlyList<IntentExample> ToTrainWith(IEnumerable<Correction> corrections, MenuIndex menu) =>
        Latest(corrections)
            .Where(correction => !IsHeldBack(correction))
            .SelectMany((correction, i) => Enumerable.Repeat(Example(correction, menu, FirstOrigin + i), Times))
            .ToList();

    /// <summary>The corrections to test with, after our own held-back messages.</summary>
    public static IReadOnlyList<HeldBackMessage> ToTestWith(IEnumerable<Correction> corrections, MenuIndex menu) =>
        Latest(corrections)
            .Where(IsHeldBack)
            .Select(correction => new HeldBackMessage(Screener.Screen(correction.Text), menu, [correction.Intent], [new(correction.Lines, false)]))
            .ToList();

    private static IEnumerable<Correction> Latest(IEnumerable<Correction> corrections) => corrections
        .GroupBy(correction => Normal(correction.Text))
        .Select(same => same.MaxBy(correction => correction.At)!)
        .OrderBy(correction => correction.At);

    private static IntentExample Example(Correction correction, MenuIndex menu, int origin)
    {
        var message = Screener.Screen(correction.Text);
        return new(message, OrderMatcher.Match(OrderParser.Parse(message, menu), menu), correction.Intent, origin);
    }

    private static string Normal(string text) => Screener.Screen(text).Text.ToLowerInvariant();
}
