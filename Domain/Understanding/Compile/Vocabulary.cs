using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>The words of a menu. Two spellings of one stem are one word; the spelling the menu uses is preferred.</summary>
internal sealed class Vocabulary
{
    private const int ShortestBeginning = 4;
    private readonly Dictionary<string, int> bySpelling = [];
    private readonly Dictionary<string, int> byStem = [];
    private readonly List<string> stems = [];
    private int[]? sorted;

    public int Count => stems.Count;

    public IReadOnlyList<string> Stems => stems;

    public string this[int stem] => stems[stem];

    public int Add(string spelling)
    {
        var stem = Stem.Of(spelling);
        if (!byStem.TryGetValue(stem, out var id))
        {
            byStem.Add(stem, id = stems.Count);
            stems.Add(stem);
        }

        bySpelling.TryAdd(spelling, id);
        return id;
    }

    public int BySpelling(string spelling) => bySpelling.GetValueOrDefault(spelling, -1);

    public int ByStem(string stem) => byStem.GetValueOrDefault(stem, -1);

    /// <summary>The words that begin like this: "choc" may be chocolate.</summary>
    public IEnumerable<int> ByBeginning(string beginning)
    {
        if (beginning.Length < ShortestBeginning)
            return [];
        var order = sorted ??= [.. Enumerable.Range(0, stems.Count).OrderBy(stem => stems[stem], StringComparer.Ordinal)];
        var (first, after) = (0, order.Length);
        while (first < after)
        {
            var middle = (first + after) / 2;
            if (string.CompareOrdinal(stems[order[middle]], beginning) < 0)
                first = middle + 1;
            else
                after = middle;
        }

        return order.Skip(first).TakeWhile(stem => stems[stem].StartsWith(beginning, StringComparison.Ordinal)).Order();
    }

    public int Find(string spelling) => BySpelling(spelling) is >= 0 and var id ? id : ByStem(Stem.Of(spelling));

    public int Find(ReadOnlySpan<char> spelling) =>
        bySpelling.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(spelling, out var id) ? id : ByStem(Stem.Of(WordPool.Get(spelling)));
}
