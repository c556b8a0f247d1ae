using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>
/// What a message says beside the dishes and extras that were read from it: where a reading that looks clear goes wrong. A good reading
/// accounts for every number and uses up every "without".
/// </summary>
internal sealed class Leftovers
{
    // These split or multiply a count, and the lexicon knows them only within longer phrases.
    private static readonly HashSet<string> Ones = ["one", "un", "una", "uno", "eine", "einen", "einer"];
    private static readonly HashSet<string> Multiples = ["half", "twice", "thrice", "zweimal", "mitad", "moitie", "halfte", "meta"];
    private static readonly HashSet<string> Several = ["them", "those", "these", "ones", "ellas", "ellos"];
    private static readonly HashSet<string> Negations = ["not", "nicht", "pas", "non", "never", "dont", "kein", "keine", "keinen"];

    [ThreadStatic]
    private static List<Token>? shared;

    private readonly List<int> numbers = [];
    private int sizes;
    private bool isAsking;

    /// <summary>Counts that are nobody's, and "with", "no" or "extra" with nothing read after it: something was lost.</summary>
    public int Lost { get; private set; }

    /// <summary>"I'll have", and no dish before the sentence ends.</summary>
    public int Unheard { get; private set; }

    /// <summary>"One without", "half of them", "the others": some of several.</summary>
    public int Split { get; private set; }

    /// <summary>"Both", "all of them", "each": what is said of one may be meant for all.</summary>
    public int Shared { get; private set; }

    /// <summary>"Not", "but", "everything", "whatever", "the same": what changes the sense of what is near it.</summary>
    public int Twists { get; private set; }

    /// <summary>Foods that were passed over.</summary>
    public int Foods { get; private set; }

    /// <summary>Extras set off by commas that could belong to the dish before or after.</summary>
    public int Between { get; private set; }

    /// <summary>Sizes that no line has.</summary>
    public int Sizes { get; private set; }

    /// <summary>Corrections, swaps and counts made up by adding: harder than a plain list, but mostly read right.</summary>
    public int Settled { get; private set; }

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
        left.EndSentence();
        left.Account(reading);
        return left;
    }

    private int Take(List<Token> tokens, int at, Phrases phrases, OrderReading reading, Func<Token, bool> isRead)
    {
        var token = tokens[at];
        if (SpanAt(reading, token) is { } span)
        {
            if (span.Kind == SpanKind.Modifier && IsBetween(tokens, at, reading))
                Between++;
            isAsking &= span.Kind == SpanKind.Modifier;
            var after = at;
            for (; after < tokens.Count && tokens[after].Start < span.Start + span.Length; after++)
                sizes += span.Kind == SpanKind.Dish && phrases.MeaningOf(tokens[after].Key)?.Cue == Cue.Size ? 1 : 0;
            return after;
        }

        if (token.Kind is TokenKind.Number or TokenKind.Times)
        {
            numbers.Add(token.Value);
            return at + 1;
        }

        if (token.Kind is TokenKind.Stop or TokenKind.Line)
            EndSentence();
        if (token.Kind != TokenKind.Word)
            return at + 1;
        var (length, meaning) = phrases.LongestAt(tokens, at, isRead);
        Note(tokens, at, length, meaning, reading);
        return at + length;
    }

    private void Note(List<Token> tokens, int at, int length, PhraseMeaning? meaning, OrderReading reading)
    {
        var key = tokens[at].Key;
        if (Negations.Contains(key) && meaning?.Cue is not (Cue.Remove or Cue.Light or Cue.InsteadOf))
            Twists++;
        if (Multiples.Contains(key) || (Ones.Contains(key) && length == 1 && IsSplit(tokens, at + 1, reading)))
            Split++;
        switch (meaning?.Cue)
        {
            case Cue.Quantity or Cue.Times:
                numbers.Add(meaning.Value);
                if (at + length < tokens.Count && Several.Contains(tokens[at + length].Key))
                    Split++;
                break;
            case Cue.OfThem or Cue.Rest or Cue.OnOne or Cue.OnTheOther or Cue.OneOfEach:
                Split++;
                break;
            case Cue.Both or Cue.All:
                Shared++;
                break;
            case Cue.SameAgain or Cue.AnotherOne or Cue.Everything or Cue.Vague or Cue.But:
                Twists++;
                break;
            case Cue.Food:
                Foods++;
                break;
            case Cue.Size:
                sizes++;
                break;
            case Cue.Request:
                isAsking = true;
                break;
            case Cue.Correction or Cue.MakeThat or Cue.Cancel or Cue.LastOne or Cue.InsteadOf or Cue.InsteadOfAfter or Cue.Swap or Cue.Substitute:
                Settled++;
                break;
            case Cue.SideAfter when at == 0 || SpanAt(reading, tokens[at - 1]) is null:
                Lost++;
                break;
            case Cue.With or Cue.Remove or Cue.Extra or Cue.Light when !LeadsToSomething(tokens, at + length, reading):
                Lost++;
                break;
        }
    }

    private void EndSentence()
    {
        Unheard += isAsking ? 1 : 0;
        isAsking = false;
    }

    /// <summary>Whether "with", "no" or "on" comes next, so that the number before it takes some out of several.</summary>
    private static bool IsSplit(List<Token> tokens, int at, OrderReading reading) =>
        at < tokens.Count && SpanAt(reading, tokens[at]) is null or { Kind: SpanKind.Modifier }
        && tokens[at].Key is "with" or "without" or "no" or "w" or "also" or "and" or "sin" or "con" or "sans" or "avec" or "ohne" or "mit" or "senza"
            or "has" or "gets" or "extra" or "on" or "only";

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

    private static bool IsBetween(List<Token> tokens, int at, OrderReading reading)
    {
        if (at == 0 || !tokens[at - 1].IsBreak)
            return false;
        for (var next = at + 1; next < tokens.Count; next++)
        {
            switch (SpanAt(reading, tokens[next])?.Kind)
            {
                case SpanKind.Dish:
                    return true;
                case SpanKind.Modifier when SpanAt(reading, tokens[next]) != SpanAt(reading, tokens[at]):
                    return false;
            }
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
        var spoken = numbers.ToHashSet();
        foreach (var number in numbers.Where(number => number > 1))
        {
            if (!known.Remove(number))
                Lost++;
        }

        Settled += reading.Lines.Count(line => line.Quantity > 1 && !spoken.Contains(line.Quantity)
            && reading.Spans.Count(span => span.Kind == SpanKind.Dish && span.Meaning == line.Item) < line.Quantity);
    }

    private static ReadSpan? SpanAt(OrderReading reading, Token token) => reading.SpanAt(token.Start, token.End);
}
