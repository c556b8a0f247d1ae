using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>
/// What a message says beside the dishes, extras and sizes that were read from it: where a reading that looks clear goes wrong. A good
/// reading accounts for every number and uses up every "without".
/// </summary>
internal sealed class Leftovers
{
    // Said of several dishes or for several people.
    private static readonly HashSet<string> Everybody =
    [
        "each", "both", "all", "every", "everyone", "everybody", "us", "apiece", "ambos", "ambas", "todos", "todas", "cada", "tous", "toutes", "chacun", "chacune",
        "beide", "beiden", "alle", "jeweils", "entrambi", "tutti", "tutte", "ciascuno",
    ];

    // Said of what one of several people gets.
    private static readonly HashSet<string> Owner =
        ["mine", "yours", "his", "her", "hers", "him", "theirs", "mio", "mia", "suyo", "suya", "mienne", "sienne", "meins", "seins"];

    // "Two portions of fries" says no size.
    private static readonly HashSet<string> AnySize = ["portion", "portions", "portionen", "order", "orders", "serving", "servings"];

    // They lead to an extra or to a place: "in a nice box", "on Sunday".
    private static readonly HashSet<string> Places = ["in", "on", "over", "to", "en", "dans", "added"];

    [ThreadStatic]
    private static Leftovers? shared;

    private readonly List<Token> tokens = [];
    private readonly LeftNumbers numbers = new();
    private readonly NamedDishes dishes = new();
    private readonly Func<Token, bool> isRead;
    private OrderReading reading = OrderReading.Nothing;
    private List<DoubtfulWords>? marks;
    private int unused;
    private bool isOddBefore;

    private Leftovers() => isRead = token => reading.SpanAt(token.Start, token.End) is not null;

    /// <summary>Words in all, read or not.</summary>
    public int Words { get; private set; }

    /// <summary>Counts that are nobody's, and "with", "no" or "extra" with nothing read after it: something was lost.</summary>
    public int Lost { get; private set; }

    /// <summary>Words that neither menu nor lexicon knows, right behind a dish or an extra.</summary>
    public int Behind { get; private set; }

    /// <summary>Dishes right behind a word that may say more of them, or right behind another dish.</summary>
    public int Odd { get; private set; }

    /// <summary>"Each", "both", "all of us".</summary>
    public int Each { get; private set; }

    /// <summary>"Mine", "hers": something is for one of several people.</summary>
    public int Owners { get; private set; }

    /// <summary>How often "one" is said beyond the lines for one.</summary>
    public int Ones { get; private set; }

    /// <summary>Words that say nothing to us between the first dish or extra and the last.</summary>
    public int Amid { get; private set; }

    /// <summary>A dish named again as one that is known: "the chips".</summary>
    public int Pointed => dishes.Pointed;

    /// <summary>A dish named again without saying how many.</summary>
    public int Uncounted => dishes.Uncounted;

    /// <summary>Foods that were passed over.</summary>
    public int Foods { get; private set; }

    /// <summary>Sizes, glasses and pots that no line has.</summary>
    public int Sizes { get; private set; }

    public bool Any => Lost + Behind + Odd + Ones + Amid + Foods + Sizes > 0;

    /// <summary>It is used again for the next message: take what is needed before the next call on the same thread.</summary>
    /// <param name="marks">Gets the words that are left, by the name of the figure that they count for.</param>
    public static Leftovers Of(ScreenedMessage message, OrderReading reading, List<DoubtfulWords>? marks = null)
    {
        var left = shared ??= new();
        left.Begin(reading, marks);
        if (reading.Lines.Count > 0)
            left.Read(message);
        return left;
    }

    private void Begin(OrderReading read, List<DoubtfulWords>? doubtful)
    {
        (reading, marks, unused, isOddBefore) = (read, doubtful, int.MinValue, false);
        (Words, Lost, Behind, Odd, Each, Owners, Ones, Amid, Foods, Sizes) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        numbers.Clear();
        dishes.Clear();
    }

    private void Read(ScreenedMessage message)
    {
        var phrases = Phrases.For(message.Language);
        Tokenizer.Cut(message.Readable, phrases.Knows, tokens);
        for (var at = 0; at < tokens.Count;)
            at = Take(at, phrases);
        Ones = numbers.OnesBeyond(reading);
        Lost += numbers.CountLost(reading, marks);
        marks?.RemoveAll(mark => mark.Figure == "amid" && (mark.Start < reading.Spans[0].Start || mark.Start > reading.Spans[^1].Start));
    }

    private int Take(int at, Phrases phrases)
    {
        var token = tokens[at];
        dishes.Step();
        if (reading.SpanAt(token.Start, token.End) is { } span)
            return TakeRead(at, span);
        isOddBefore = false;
        if (token.Kind is TokenKind.Number or TokenKind.Times)
            Count(token.Value, token, token);
        if (token.IsBreak)
            dishes.Break();
        if (token.Kind != TokenKind.Word)
            return at + 1;
        var (length, meaning) = phrases.LongestAt(tokens, at, isRead);
        Words += length;
        var isUnknown = meaning is null && phrases.IdOf(token.Key) < 0;
        Note(at, length, meaning);
        NoteWord(at, length, meaning, isUnknown);
        isOddBefore = !isUnknown && meaning is null or { Cue: Cue.Common or Cue.Descriptor };
        return at + length;
    }

    private int TakeRead(int at, ReadSpan span)
    {
        if (span.Kind == SpanKind.Dish && dishes.Name(tokens, at, span.Meaning) is { } again)
            marks?.Add(new(again, span.Start, span.Length));
        if (span.Kind == SpanKind.Dish && isOddBefore)
        {
            Odd++;
            marks?.Add(new("odd", tokens[at - 1].Start, span.Start + span.Length - tokens[at - 1].Start));
        }

        isOddBefore = span.Kind == SpanKind.Dish;
        Amid += Math.Max(0, unused);
        unused = 0;
        for (; at < tokens.Count && tokens[at].Start < span.Start + span.Length; at++)
            Words += tokens[at].Kind == TokenKind.Word ? 1 : 0;

        return at;
    }

    private void NoteWord(int at, int length, PhraseMeaning? meaning, bool isUnknown)
    {
        var token = tokens[at];
        Each += Is(token, Everybody, "each");
        for (var i = at; i < at + length; i++)
            Owners += Is(tokens[i], Owner, "owners");
        if (meaning is null or { Cue: Cue.Common })
        {
            unused++;
            Mark("amid", token, token);
        }

        if (isUnknown && token.Key.Length > 1 && ReadTokens.Has(tokens, at - 1, reading))
        {
            Behind++;
            Mark("behind", token, token);
        }
    }

    private void Note(int at, int length, PhraseMeaning? meaning)
    {
        var (first, last) = (tokens[at], tokens[at + length - 1]);
        switch (meaning?.Cue)
        {
            case Cue.Quantity or Cue.Times when !LeftNumbers.IsPronoun(tokens, at):
                Count(meaning.Value, first, last);
                break;
            case Cue.Article:
                dishes.Count();
                break;
            case Cue.Both or Cue.BothOfUs:
                Each++;
                Mark("each", first, last);
                break;
            case Cue.Food:
                Foods++;
                Mark("foods", first, last);
                break;
            case Cue.Size or Cue.Container when !AnySize.Contains(first.Key):
                Sizes++;
                Mark("unsized", first, last);
                break;
            case Cue.SideAfter when !ReadTokens.Has(tokens, at - 1, reading):
                Lost++;
                Mark("lost", first, last);
                break;
            case Cue.With or Cue.Remove or Cue.Extra or Cue.Light when !Places.Contains(first.Key) && !ReadTokens.Follow(tokens, at + length, reading):
                Lost++;
                Mark("lost", first, last);
                break;
        }
    }

    private int Is(Token token, HashSet<string> words, string figure)
    {
        if (!words.Contains(token.Key))
            return 0;
        Mark(figure, token, token);
        return 1;
    }

    private void Count(int value, Token first, Token last)
    {
        numbers.Add(value, first, last);
        dishes.Count();
    }

    private void Mark(string figure, Token first, Token last) => marks?.Add(new(figure, first.Start, last.End - first.Start));
}
