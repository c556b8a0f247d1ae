namespace Restaurant.Infrastructure.Models.Tokenizers;

/// <summary>Byte-pair encoding: starts from single symbols and joins the neighbours whose merge was learned first.</summary>
internal sealed class BytePair(
    IReadOnlyDictionary<string, int> vocabulary, IReadOnlyDictionary<(string Left, string Right), int> ranks, string? unknown) : ITokenModel
{
    // A word longer than this is cut: joining is quadratic, and no dish has such a name.
    private const int LongestWord = 256;

    public int? Find(string token) => vocabulary.TryGetValue(token, out var id) ? id : null;

    public void Encode(string word, List<int> ids)
    {
        for (var from = 0; from < word.Length; from += LongestWord)
        {
            foreach (var symbol in Join(word[from..Math.Min(from + LongestWord, word.Length)]))
            {
                if (vocabulary.TryGetValue(symbol, out var id) || (unknown is not null && vocabulary.TryGetValue(unknown, out id)))
                    ids.Add(id);
            }
        }
    }

    private List<string> Join(string word)
    {
        var symbols = new List<string>(word.Length);
        for (var index = 0; index < word.Length; index += char.IsSurrogatePair(word, index) ? 2 : 1)
            symbols.Add(word.Substring(index, index + 1 < word.Length && char.IsSurrogatePair(word, index) ? 2 : 1));

        while (symbols.Count > 1)
        {
            var best = -1;
            var bestRank = int.MaxValue;
            for (var index = 0; index < symbols.Count - 1; index++)
            {
                if (ranks.TryGetValue((symbols[index], symbols[index + 1]), out var rank) && rank < bestRank)
                    (best, bestRank) = (index, rank);
            }

            if (best < 0)
                break;
            symbols[best] += symbols[best + 1];
            symbols.RemoveAt(best + 1);
        }

        return symbols;
    }
}
