namespace Restaurant.Domain.Understanding.Search.Writing;

/// <summary>Which characters became what.</summary>
internal static class ReadingSpans
{
    public static IReadOnlyList<ReadSpan> Of(Reader reader, in Hypothesis best, string text)
    {
        var spans = new List<ReadSpan>();
        foreach (var line in best.Lines.Each())
        {
            var isAsked = line.Role is not (Role.Question or Role.Story);
            if (line.Item >= 0)
                spans.Add(Span(reader, line.NameStart, line.End, isAsked ? SpanKind.Dish : SpanKind.Mention, reader.Menu.Items[line.Item].Item.Name));
            else if (isAsked)
                spans.Add(Span(reader, line.Start, line.End, text));
            if (SizeWords.Of(reader, line) is { } size)
                spans.Add(Span(reader, size.Start, size.End, SpanKind.Size, reader.Menu.Items[line.Item].Item.Sizes[line.Size].Name));
            foreach (var modifier in line.Modifiers.Each())
            {
                if (modifier.Index >= 0)
                    spans.Add(Span(reader, modifier.Segment.Start, modifier.Segment.End, SpanKind.Modifier, reader.Menu.Modifiers[modifier.Index].Modifier.Name));
            }
        }

        foreach (var missing in best.Missing.Each())
            spans.Add(Span(reader, missing.Start, missing.End, text));
        return InOrder(spans);
    }

    // Each once, in the order of the text; of several from the same place the one found first.
    private static List<ReadSpan> InOrder(List<ReadSpan> ordered)
    {
        // Nearly in order already, the wrong way round.
        ordered.Reverse();
        for (var i = 1; i < ordered.Count; i++)
        {
            var span = ordered[i];
            var at = i;
            for (; at > 0 && ordered[at - 1].Start >= span.Start; at--)
                ordered[at] = ordered[at - 1];
            ordered[at] = span;
        }

        for (var i = ordered.Count - 1; i > 0; i--)
        {
            for (var j = i - 1; j >= 0 && ordered[j].Start == ordered[i].Start; j--)
            {
                if (ordered[j] != ordered[i])
                    continue;
                ordered.RemoveAt(i);
                break;
            }
        }

        return ordered;
    }

    private static ReadSpan Span(Reader reader, int start, int end, string text)
    {
        var span = Span(reader, start, end, SpanKind.Unmatched, "");
        return span with { Meaning = text.Substring(span.Start, span.Length) };
    }

    private static ReadSpan Span(Reader reader, int start, int end, SpanKind kind, string meaning)
    {
        var from = reader.Tokens[start].Start;
        return new(from, reader.Tokens[end - 1].End - from, kind, meaning);
    }
}
