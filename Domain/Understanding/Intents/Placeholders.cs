namespace Restaurant.Domain.Understanding.Intents;

/// <summary>Puts one mark in the place of the words that were read as a dish, and of those that were asked for in vain.</summary>
internal static class Placeholders
{
    public static void Put(string text, OrderReading reading, List<Mark> marks, List<Mark> placed)
    {
        placed.Clear();
        placed.AddRange(marks);
        foreach (var line in reading.Lines.Concat(reading.Mentions))
            Replace(text, line.Words, MarkKind.Dish, placed);
        foreach (var phrase in reading.Unmatched)
            Replace(text, phrase.Words, MarkKind.Unknown, placed);
    }

    private static void Replace(string text, string words, MarkKind kind, List<Mark> marks)
    {
        if (words.Length == 0)
            return;
        for (var start = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); start >= 0;)
        {
            var end = start + words.Length;
            var first = marks.FindIndex(mark => mark.End > start);
            var last = marks.FindLastIndex(mark => mark.Start < end);
            if (first >= 0 && last >= first && marks[first].Kind is not (MarkKind.Dish or MarkKind.Unknown))
            {
                marks.RemoveRange(first, last - first + 1);
                marks.Insert(first, new(kind, (ulong)kind, start, end - start));
            }

            start = text.IndexOf(words, end, StringComparison.OrdinalIgnoreCase);
        }
    }
}
