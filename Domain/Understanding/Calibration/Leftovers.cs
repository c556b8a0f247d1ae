using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>
/// What a message says beside the dishes and extras that were read from it: where a reading that looks clear goes wrong. A good reading
/// accounts for every number and uses up every "without".
/// </summary>
internal sealed class Leftovers
{
    private static readonly HashSet<string> Denials =
        ["not", "nothing", "none", "hardly", "barely", "never", "nor", "neither", "isnt", "dont", "doesnt", "didnt", "cant", "wont", "nada", "rien", "nichts", "niente"];

    // Said of several dishes or for several people.
    private static readonly HashSet<string> Everybody =
    [
        "each", "both", "all", "every", "everyone", "everybody", "us", "apiece", "ambos", "ambas", "todos", "todas", "cada", "tous", "toutes", "chacun", "chacune",
        "beide", "beiden", "alle", "jeweils", "je", "entrambi", "tutti", "tutte", "ciascuno",
    ];

    [ThreadStatic]
    private static List<Token>? shared;

    private readonly List<int> numbers = [];
    private readonly NamedDishes dishes = new();
    private int sizes;
    private int unused = int.MinValue;

    /// <summary>Words in all, read or not.</summary>
    public int Words { get; private set; }

    /// <summary>Counts that are nobody's, and "with", "no" or "extra" with nothing read after it: something was lost.</summary>
    public int Lost { get; private set; }

    /// <summary>"Each", "both", "all of us" that no dish was multiplied by.</summary>
    public int Each { get; private set; }

    /// <summary>Words that neither menu nor lexicon knows, right beside a dish or an extra.</summary>
    public int Strange { get; private set; }

    /// <summary>Words that say nothing to us between the first dish or extra and the last.</summary>
    public int Amid { get; private set; }

    /// <summary>"Not", "nothing", "hardly", "never" outside of any extra.</summary>
    public int Negated { get; private set; }

    /// <summary>A dish named again as one that is known: "the chips".</summary>
    public int Pointed => dishes.Pointed;

    /// <summary>A dish named again without saying how many.</summary>
    public int Uncounted => dishes.Uncounted;

    /// <summary>Foods that were passed over.</summary>
    public int Foods { get; private set; }

    /// <summary>Sizes that no line has.</summary>
    public int Sizes { get; private set; }

    public int Commas { get; private set; }

    public static Leftovers Of(ScreenedMessage message, OrderReading reading)
    {
        var left = new Leftovers();
        if (reading.Lines.Count == 0)
            return left;
        var phrases = Phrases.For(message.Language);
        var tokens = shared ??= [];
        Tokenizer.Cut(message.Readable, phrases.Knows, tokens);
        Func<Token, bool> isRead = token => SpanAt(reading, token) is not null;
        for (var at = 0; at < tokens.Count;)
            at = left.Take(tokens, at, phrases, reading, isRead);
        left.Account(reading);
        return left;
    }

    private int Take(List<Token> tokens, int at, Phrases phrases, OrderReading reading, Func<Token, bool> isRead)
    {
        var token = tokens[at];
        dishes.Step();
        if (SpanAt(reading, token) is { } span)
            return TakeRead(tokens, at, span, phrases);
        if (token.Kind is TokenKind.Number or TokenKind.Times)
            Count(token.Value);
        if (token.IsBreak)
            dishes.Break();
        Commas += token.Kind == TokenKind.Comma ? 1 : 0;
        if (token.Kind != TokenKind.Word)
            return at + 1;
        var (length, meaning) = phrases.LongestAt(tokens, at, isRead);
        Words += length;
        Note(tokens, at, length, meaning, reading);
        NoteWord(tokens, at, meaning, meaning is null && phrases.IdOf(token.Key) < 0, reading);
        return at + length;
    }

    private int TakeRead(List<Token> tokens, int at, ReadSpan span, Phrases phrases)
    {
        if (span.Kind == SpanKind.Dish)
            dishes.Name(tokens, at, span.Meaning);
        Amid += Math.Max(0, unused);
        unused = 0;
        for (; at < tokens.Count && tokens[at].Start < span.Start + span.Length; at++)
        {
            sizes += span.Kind == SpanKind.Dish && phrases.MeaningOf(tokens[at].Key)?.Cue == Cue.Size ? 1 : 0;
            Words += tokens[at].Kind == TokenKind.Word ? 1 : 0;
        }

        return at;
    }

    private void NoteWord(List<Token> tokens, int at, PhraseMeaning? meaning, bool isUnknown, OrderReading reading)
    {
        var key = tokens[at].Key;
        Each += Everybody.Contains(key) ? 1 : 0;
        Negated += Denials.Contains(key) ? 1 : 0;
        unused += meaning is null or { Cue: Cue.Common } ? 1 : 0;
        if (isUnknown && key.Length > 1 && (IsRead(tokens, at - 1, reading) || IsRead(tokens, at + 1, reading)))
            Strange++;
    }

    private void Note(List<Token> tokens, int at, int length, PhraseMeaning? meaning, OrderReading reading)
    {
        switch (meaning?.Cue)
        {
            case Cue.Quantity or Cue.Times:
                Count(meaning.Value);
                break;
            case Cue.Article:
                dishes.Count();
                break;
            case Cue.Food:
                Foods++;
                break;
            case Cue.Size:
                sizes++;
                break;
            case Cue.SideAfter when !IsRead(tokens, at - 1, reading):
                Lost++;
                break;
            case Cue.With or Cue.Remove or Cue.Extra or Cue.Light when !LeadsToSomething(tokens, at + length, reading):
                Lost++;
                break;
        }
    }

    private void Count(int value)
    {
        numbers.Add(value);
        dishes.Count();
    }

    private static bool LeadsToSomething(List<Token> tokens, int at, OrderReading reading)
    {
        for (var steps = 0; at < tokens.Count && steps < 4; at++, steps++)
        {
            if (SpanAt(reading, tokens[at]) is not null)
                return true;
            if (tokens[at].Kind is TokenKind.Stop or TokenKind.Line)
                return false;
        }

        return false;
    }

    private void Account(OrderReading reading)
    {
        Sizes = Math.Max(0, sizes - reading.Lines.Count(line => line.Size is not null));
        if (numbers.TrueForAll(number => number == 1) && reading.Lines.All(line => line.Quantity == 1))
            return;
        var known = reading.Lines.Select(line => line.Quantity).ToList();
        known.AddRange(reading.Lines.GroupBy(line => line.Item).Where(lines => lines.Count() > 1).Select(lines => lines.Sum(line => line.Quantity)));
        known.AddRange(reading.Lines.SelectMany(line => line.Modifiers).Where(modifier => modifier.Quantity > 1).Select(modifier => modifier.Quantity));
        foreach (var number in numbers.Where(number => number > 1))
        {
            if (!known.Remove(number))
                Lost++;
        }
    }

    private static bool IsRead(List<Token> tokens, int at, OrderReading reading) => at >= 0 && at < tokens.Count && SpanAt(reading, tokens[at]) is not null;

    private static ReadSpan? SpanAt(OrderReading reading, Token token) => reading.SpanAt(token.Start, token.End);
}
