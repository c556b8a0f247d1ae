using Restaurant.Domain.Understanding;

namespace Restaurant.Web.Components.Shared.Runs;

/// <summary>Cuts a customer's words into pieces: read as a line, not on the menu, what makes us unsure, or just words.</summary>
public static class WordMarks
{
    private const char Open = '\u201c';
    private const char Close = '\u201d';

    /// <param name="reason">Why a person should look, with the words in question in quotation marks.</param>
    public static IReadOnlyList<WordMark> Cut(string text, OrderReading? reading, string? reason = null)
    {
        if (reading is null)
            return [new(text, WordKind.Plain, null)];

        var taken = new List<(int Start, int End, WordKind Kind, string Why)>();
        foreach (var phrase in reading.Unmatched)
            Take(text, phrase.Words, WordKind.Unmatched, Why(phrase), taken);
        foreach (var line in reading.Lines)
            Take(text, line.Words, WordKind.Line, $"{line.Quantity} × {line.Item}: {line.Why}", taken);
        foreach (var words in Quoted(reason ?? ""))
            Take(text, words, WordKind.Doubtful, "This makes the reading unsure", taken);

        var marks = new List<WordMark>();
        var at = 0;
        foreach (var (start, end, kind, why) in taken.OrderBy(mark => mark.Start))
        {
            if (start > at)
                marks.Add(new(text[at..start], WordKind.Plain, null));
            marks.Add(new(text[start..end], kind, why));
            at = end;
        }

        if (at < text.Length)
            marks.Add(new(text[at..], WordKind.Plain, null));
        return marks;
    }

    // The first place that nobody has taken yet: the same dish named twice marks both.
    private static void Take(string text, string words, WordKind kind, string why, List<(int Start, int End, WordKind Kind, string Why)> taken)
    {
        if (words.Length == 0)
            return;
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var (start, end) = (at, at + words.Length);
            if (taken.Any(mark => start < mark.End && mark.Start < end) || (kind == WordKind.Doubtful && IsInsideAWord(text, start, end)))
                continue;
            taken.Add((start, end, kind, why));
            return;
        }
    }

    private static bool IsInsideAWord(string text, int start, int end) =>
        (start > 0 && char.IsAsciiLetterOrDigit(text[start]) && char.IsAsciiLetterOrDigit(text[start - 1]))
        || (end < text.Length && char.IsAsciiLetterOrDigit(text[end - 1]) && char.IsAsciiLetterOrDigit(text[end]));

    private static IEnumerable<string> Quoted(string reason)
    {
        for (var open = reason.IndexOf(Open); open >= 0; open = reason.IndexOf(Open, open + 1))
        {
            var close = reason.IndexOf(Close, open);
            if (close < 0)
                yield break;
            yield return reason[(open + 1)..close];
        }
    }

    private static string Why(UnmatchedPhrase phrase) => phrase.Candidates.Count == 0
        ? "Not on the menu"
        : $"Not on the menu; nearest: {string.Join(", ", phrase.Candidates.Select(candidate => candidate.Item))}";
}

public enum WordKind
{
    Plain,
    Line,
    Unmatched,

    /// <summary>A person should look at these words.</summary>
    Doubtful,
}

/// <param name="Why">Null for plain words.</param>
public sealed record WordMark(string Text, WordKind Kind, string? Why);
