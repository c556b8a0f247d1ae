using Restaurant.Domain.Understanding.Compile;

namespace Restaurant.Domain.Understanding;

public static class OrderMatcher
{
    private const int MostCandidates = 2;
    private const double WorthShowing = 0.35;

    /// <summary>Offers the nearest dishes for every phrase that the menu does not have. Lines stay as they were read.</summary>
    public static OrderReading Match(OrderReading reading, MenuIndex index) => reading.Unmatched.Count == 0
        ? reading
        : reading with { Unmatched = [.. reading.Unmatched.Select(phrase => phrase.Candidates.Count > 0 ? phrase : phrase with { Candidates = Nearest(phrase.Words, index) })] };

    private static List<MatchCandidate> Nearest(string words, MenuIndex index)
    {
        var best = new Dictionary<int, MatchCandidate>();
        foreach (var (name, score) in Likeness.Of(words, index.Compiled).Names())
        {
            if (score >= WorthShowing && (!best.TryGetValue(name.Id, out var other) || other.Score < score))
                best[name.Id] = new(index.Compiled.Items[name.Id].Item.Name, Math.Round(score, 2), $"like '{name.Text}'");
        }

        return [.. best.Values.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Item, StringComparer.Ordinal).Take(MostCandidates)];
    }
}
