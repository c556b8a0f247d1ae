using Restaurant.Domain.Understanding.Intents;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>Words that exclude one another, by other-kinds.txt: a meat samosa is no vegetable samosa, a hot tea is no iced tea.</summary>
internal static class OtherKinds
{
    private const char All = '*';

    // By word, as a stem: where the file has it.
    private static readonly Dictionary<string, List<Column>> ByWord = Read();

    /// <summary>What a word says: one bit for its own column, and those of the others on its line.</summary>
    private readonly record struct Column(ulong Own, ulong Others, bool IsGeneral);

    /// <summary>The columns that a dish's words stand in, for <see cref="Excludes"/>.</summary>
    public static ulong Of(IEnumerable<string> stems)
    {
        var kinds = 0ul;
        foreach (var stem in stems)
        {
            foreach (var column in ByWord.GetValueOrDefault(stem) ?? [])
                kinds |= column.Own;
        }

        return kinds;
    }

    /// <summary>Whether this word says another kind than a dish is.</summary>
    /// <param name="kinds">The dish's own.</param>
    public static bool Excludes(string stem, ulong kinds)
    {
        if (kinds == 0 || !ByWord.TryGetValue(stem, out var columns))
            return false;
        foreach (var column in columns)
        {
            if ((kinds & column.Own) == 0 && (kinds & column.Others) != 0)
                return true;
        }

        return false;
    }

    /// <summary>Whether this word is the general one for what a dish is: "meat" for beef.</summary>
    public static bool Covers(string stem, ulong kinds)
    {
        foreach (var column in ByWord.GetValueOrDefault(stem) ?? [])
        {
            if (column.IsGeneral && (kinds & column.Own) != 0 && (kinds & column.Others) == 0)
                return true;
        }

        return false;
    }

    private static Dictionary<string, List<Column>> Read()
    {
        var byWord = new Dictionary<string, List<Column>>();
        var next = 0;
        foreach (var line in EmbeddedText.Lines("other-kinds.txt"))
        {
            var columns = line.Split('|');
            var all = ((1ul << columns.Length) - 1) << next;
            foreach (var column in columns)
            {
                var own = 1ul << next++;
                foreach (var word in column.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    var stem = Stem.Of(Folding.Fold(word.TrimEnd(All)));
                    if (!byWord.TryGetValue(stem, out var here))
                        byWord.Add(stem, here = []);
                    here.Add(new(own, all & ~own, word[^1] == All));
                }
            }
        }

        return byWord;
    }
}
