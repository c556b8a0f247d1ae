namespace Restaurant.Domain.Understanding.Intents;

/// <summary>Puts one mark in the place of the words that were read as a dish, and of those that were asked for in vain.</summary>
internal static class Placeholders
{
    /// <param name="isAboutUs">Whether a mark belongs to a phrase like "refund" or "table", which is nothing to eat.</param>
    public static void Put(string text, OrderReading reading, List<Mark> marks, List<Mark> placed, Func<Mark, bool> isAboutUs)
    {
        placed.Clear();
        placed.AddRange(marks);
        foreach (var line in reading.Lines)
            Replace(text, line.Words, MarkKind.Dish, placed, null);
        foreach (var line in reading.Mentions)
            Replace(text, line.Words, MarkKind.Dish, placed, null);
        foreach (var phrase in reading.Unmatched)
            Replace(text, phrase.Words, MarkKind.Unknown, placed, isAboutUs);
    }

    private static void Replace(string text, string words, MarkKind kind, List<Mark> marks, Func<Mark, bool>? except)
    {
        if (words.Length == 0)
            return;
        for (var start = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); start >= 0;)
        {
            var end = start + words.Length;
            var first = 0;
            while (first < marks.Count && marks[first].End <= start)
                first++;
            var after = first;
            while (after < marks.Count && marks[after].Start < end)
                after++;
            if (after > first && !IsKept(marks, first, after, except))
            {
                marks.RemoveRange(first, after - first);
                marks.Insert(first, new(kind, (ulong)kind, start, end - start));
            }

            start = text.IndexOf(words, end, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static bool IsKept(List<Mark> marks, int first, int after, Func<Mark, bool>? except)
    {
        for (var i = first; i < after; i++)
        {
            if (marks[i].Kind is MarkKind.Dish or MarkKind.Unknown || except?.Invoke(marks[i]) == true)
                return true;
        }

        return false;
    }
}
