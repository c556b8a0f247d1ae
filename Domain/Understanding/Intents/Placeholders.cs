namespace Restaurant.Domain.Understanding.Intents;

/// <summary>Puts one mark in the place of the words that were read as a dish, and of those that were asked for in vain.</summary>
internal static class Placeholders
{
    /// <param name="isAboutUs">Whether a mark belongs to a phrase like "refund" or "table", which is nothing to eat.</param>
    public static void Put(string text, OrderReading reading, List<Mark> marks, List<Mark> placed, Func<Mark, bool> isAboutUs)
    {
        placed.Clear();
        placed.AddRange(marks);
        for (var i = 0; i < reading.Lines.Count; i++)
        {
            if (!IsSaidBefore(reading.Lines, i))
                Replace(text, reading.Lines[i].Words, MarkKind.Dish, placed, null);
        }

        for (var i = 0; i < reading.Mentions.Count; i++)
        {
            if (!IsSaidBefore(reading.Mentions, i))
                Replace(text, reading.Mentions[i].Words, MarkKind.Dish, placed, null);
        }

        for (var i = 0; i < reading.Unmatched.Count; i++)
        {
            if (!IsSaidBefore(reading.Unmatched, i))
                Replace(text, reading.Unmatched[i].Words, MarkKind.Unknown, placed, isAboutUs);
        }
    }

    // The first time all places were found.
    private static bool IsSaidBefore(IReadOnlyList<ReadLine> lines, int line)
    {
        for (var i = 0; i < line; i++)
        {
            if (lines[i].Words == lines[line].Words)
                return true;
        }

        return false;
    }

    private static bool IsSaidBefore(IReadOnlyList<UnmatchedPhrase> phrases, int phrase)
    {
        for (var i = 0; i < phrase; i++)
        {
            if (phrases[i].Words == phrases[phrase].Words)
                return true;
        }

        return false;
    }

    private static void Replace(string text, string words, MarkKind kind, List<Mark> marks, Func<Mark, bool>? except)
    {
        if (words.Length == 0)
            return;
        var first = 0;
        for (var start = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); start >= 0 && first < marks.Count;)
        {
            var end = start + words.Length;
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
