namespace Restaurant.Infrastructure.Models.Tokenizers;

/// <summary>Greedy longest match from the left, as BERT does it: a word that cannot be covered is one unknown token.</summary>
internal sealed class WordPiece(IReadOnlyDictionary<string, int> vocabulary, string unknown, string prefix, int longestWord) : ITokenModel
{
    private readonly int unknownId = vocabulary.TryGetValue(unknown, out var id)
        ? id : throw new InvalidDataException($"tokenizer.json: the unknown token '{unknown}' is not in the vocabulary.");

    public int? Find(string token) => vocabulary.TryGetValue(token, out var id) ? id : null;

    public void Encode(string word, List<int> ids)
    {
        var start = ids.Count;
        for (var from = 0; from < word.Length;)
        {
            var (id, length) = word.Length > longestWord ? (-1, 0) : LongestFrom(word, from);
            if (length == 0)
            {
                ids.RemoveRange(start, ids.Count - start);
                ids.Add(unknownId);
                return;
            }

            ids.Add(id);
            from += length;
        }
    }

    private (int Id, int Length) LongestFrom(string word, int from)
    {
        for (var to = word.Length; to > from; to--)
        {
            var piece = from == 0 ? word[..to] : prefix + word[from..to];
            if (vocabulary.TryGetValue(piece, out var id))
                return (id, to - from);
        }

        return (-1, 0);
    }
}
