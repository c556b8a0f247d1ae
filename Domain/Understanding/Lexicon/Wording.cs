using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>What the lexicon says of one token.</summary>
/// <param name="Id">Of the word in the phrases; -1 when they do not have it.</param>
/// <param name="Alone">What the word means by itself.</param>
internal readonly record struct LookedUp(int Id, PhraseMeaning? Alone, bool IsJoining);

/// <summary>A message's tokens, each looked up once. Used again for the next message of the same thread.</summary>
internal sealed class Wording
{
    private readonly List<LookedUp> found = [];

    public List<Token> Tokens { get; } = [];

    public int Count => Tokens.Count;

    public LookedUp At(int token) => found[token];

    public void Read(ReadOnlySpan<char> text, MenuTongue tongue)
    {
        Tokenizer.Cut(text, tongue.Knows, Tokens);
        for (var at = 0; at < Tokens.Count; at++)
        {
            if (Tokens[at] is { Kind: TokenKind.Word } word && tongue.CutApart(word.Key) is > 0 and var cut && word.Key.Length == word.Length)
            {
                Tokens[at] = word with { Length = cut, Key = WordPool.Get(word.Key.AsSpan(0, cut)) };
                Tokens.Insert(at + 1, new(word.Start + cut, word.Length - cut, TokenKind.Word, WordPool.Get(word.Key.AsSpan(cut))));
            }
        }

        found.Clear();
        foreach (var token in Tokens)
        {
            var id = tongue.Phrases.IdOf(token.Key);
            found.Add(new(id, tongue.Phrases.MeaningOf(id), token.Kind == TokenKind.Word && (tongue.Phrases.Language == 0 ? NameWords.Joining.Contains(token.Key) : NameWords.JoinsAbroad(token.Key))));
        }
    }
}
