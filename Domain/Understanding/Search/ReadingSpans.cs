namespace Restaurant.Domain.Understanding.Search;

/// <summary>Which characters became what.</summary>
internal static class ReadingSpans
{
    public static IReadOnlyList<ReadSpan> Of(Reader reader, Hypothesis best, string text)
    {
        var spans = new List<ReadSpan>();
        foreach (var line in best.Lines.Each())
        {
            var isAsked = line.Role is not (Role.Question or Role.Story);
            if (line.Item >= 0)
                Add(line.NameStart, line.End, isAsked ? SpanKind.Dish : SpanKind.Mention, reader.Menu.Items[line.Item].Item.Name);
            else if (isAsked)
                Add(line.Start, line.End, SpanKind.Unmatched, null);
            foreach (var modifier in line.Modifiers.Each().Where(modifier => modifier.Index >= 0))
                Add(modifier.Segment.Start, modifier.Segment.End, SpanKind.Modifier, reader.Menu.Modifiers[modifier.Index].Modifier.Name);
        }

        foreach (var missing in best.Missing.Each())
            Add(missing.Start, missing.End, SpanKind.Unmatched, null);
        return [.. spans.Distinct().OrderBy(span => span.Start)];

        void Add(int start, int end, SpanKind kind, string? meaning)
        {
            var from = reader.Tokens[start].Start;
            var length = reader.Tokens[end - 1].End - from;
            spans.Add(new(from, length, kind, meaning ?? text.Substring(from, length)));
        }
    }
}
