namespace Restaurant.Web.Components.Pages.Orders;

internal enum WordMark
{
    Plain,
    Matched,
    Unmatched,
}

/// <summary>Cuts a message into what was understood, what was not, and the rest.</summary>
internal static class WordMarks
{
    public static IReadOnlyList<(string Text, WordMark Mark)> Of(string words, IEnumerable<string> matched, IEnumerable<string> unmatched)
    {
        var marks = new WordMark[words.Length];
        Paint(words, matched, WordMark.Matched, marks);
        Paint(words, unmatched, WordMark.Unmatched, marks);

        var parts = new List<(string, WordMark)>();
        for (var start = 0; start < words.Length;)
        {
            var end = start + 1;
            while (end < words.Length && marks[end] == marks[start])
                end++;
            parts.Add((words[start..end], marks[start]));
            start = end;
        }

        return parts;
    }

    // The same phrase may stand twice, for two lines: the second line takes the second place.
    private static void Paint(string words, IEnumerable<string> phrases, WordMark mark, WordMark[] marks)
    {
        foreach (var phrase in phrases.Where(phrase => phrase.Length > 0))
        {
            for (var at = 0; at <= words.Length - phrase.Length; at++)
            {
                at = words.IndexOf(phrase, at, StringComparison.OrdinalIgnoreCase);
                if (at < 0)
                    break;
                if (marks.AsSpan(at, phrase.Length).ContainsAnyExcept(WordMark.Plain))
                    continue;
                marks.AsSpan(at, phrase.Length).Fill(mark);
                break;
            }
        }
    }
}
