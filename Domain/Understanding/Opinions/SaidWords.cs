using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Opinions;

/// <summary>The words a customer wrote, to ask whether a name can have been meant by them. What screening blanked was not written.</summary>
internal sealed class SaidWords
{
    private readonly Phrases phrases;
    private readonly string text;
    private readonly HashSet<string> words = [];
    private readonly HashSet<int> numbers = [];

    private SaidWords(ScreenedMessage message)
    {
        phrases = Phrases.For(message.Language);
        text = Folding.Fold(message.Readable);
        var tokens = Cut(message.Readable);
        words.UnionWith(tokens.Where(token => token.Kind is TokenKind.Word).Select(token => Stem.Of(token.Key)));
        for (var at = 0; at < tokens.Count;)
            at += Count(tokens, at);
    }

    public static SaidWords Of(ScreenedMessage message) => new(message);

    /// <summary>One needs no word, and many dishes named one by one may add up; so only a number above all that was said is refused.</summary>
    public bool SupportsNumber(int number) => number == 1 || numbers.Contains(number) || number <= numbers.Sum();

    /// <summary>At least half of the name's telling words were written, typing slips allowed.</summary>
    public bool Supports(string name)
    {
        var folded = Folding.Fold(name);
        var telling = Cut(name).Where(Tells).ToList();
        return telling.Count > 0 && (text.Contains(folded, StringComparison.Ordinal) || telling.Count(word => WasWritten(Stem.Of(word.Key))) * 2 >= telling.Count);
    }

    // "the", "with", "and" say nothing about which dish is meant.
    private bool Tells(Token token) => token.Kind is TokenKind.Word or TokenKind.Number or TokenKind.Times
        && phrases.MeaningOf(token.Key)?.Cue is not (Cue.Article or Cue.Filler or Cue.With or Cue.And or Cue.Or or Cue.For);

    // "avacado" for "avocado": one slip in short words, two in long ones, none in very short ones.
    private bool WasWritten(string word)
    {
        var slips = word.Length switch { < 4 => 0, < 8 => 1, _ => 2 };
        return words.Contains(word)
            || words.Any(said => Math.Abs(said.Length - word.Length) <= slips && EditDistance.Between(said, word) <= slips);
    }

    private int Count(List<Token> tokens, int at)
    {
        if (tokens[at].Kind is TokenKind.Number or TokenKind.Times)
        {
            numbers.Add(tokens[at].Value);
            return 1;
        }

        var (length, meaning) = phrases.LongestAt(tokens, at);
        if (meaning?.Cue is Cue.Quantity or Cue.Times)
            numbers.Add(meaning.Value);
        else if (meaning?.Cue is Cue.Both)
            numbers.Add(2);
        return length;
    }

    private List<Token> Cut(string said) => Tokenizer.Cut(said, piece => phrases.MeaningOf(piece) is not null);
}
