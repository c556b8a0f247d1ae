using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>A message's tokens, each looked up once. Used again for the next message of the same thread.</summary>
internal sealed class Wording
{
    private readonly List<KnownWord> found = [];
    private readonly KnownWords?[] known = new KnownWords?[Phrases.LanguageCount];

    public List<Token> Tokens { get; } = [];

    public int Count => Tokens.Count;

    /// <summary>The message says what to bring where something is out.</summary>
    public bool HasFallback { get; private set; }

    public KnownWord At(int token) => found[token];

    public void Read(ReadOnlySpan<char> text, MenuTongue tongue)
    {
        var words = known[tongue.Phrases.Language];
        if (words is null || !ReferenceEquals(words.Tongue, tongue))
            words = known[tongue.Phrases.Language] = new(tongue);
        Tokenizer.Cut(text, tongue.Knows, Tokens);
        HasFallback = Fallbacks.SetApart(Tokens);
        Courtesy.SetApart(Tokens, tongue);
        found.Clear();
        for (var at = 0; at < Tokens.Count; at++)
        {
            var word = words[Tokens[at].Key];
            if (word.Cut > 0 && Tokens[at] is { Kind: TokenKind.Word } both && both.Key.Length == both.Length)
            {
                Tokens[at] = both with { Length = word.Cut, Key = WordPool.Get(both.Key.AsSpan(0, word.Cut)) };
                Tokens.Insert(at + 1, new(both.Start + word.Cut, both.Length - word.Cut, TokenKind.Word, WordPool.Get(both.Key.AsSpan(word.Cut))));
                word = words[Tokens[at].Key];
            }

            found.Add(word);
        }
    }
}
