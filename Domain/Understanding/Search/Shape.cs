namespace Restaurant.Domain.Understanding.Search;

/// <summary>A number that two readings share when they hold the same order and wait for the same things.</summary>
internal static class Shape
{
    public static int Of(Hypothesis h)
    {
        var shape = default(HashCode);
        for (var lines = h.Lines; lines is not null; lines = lines.Tail)
        {
            var line = lines.Head;
            shape.Add(line.Item);
            shape.Add(line.Quantity);
            shape.Add(line.Size);
            shape.Add(line.Candidates.Length);
            shape.Add(line.Start);
            for (var modifiers = line.Modifiers; modifiers is not null; modifiers = modifiers.Tail)
            {
                shape.Add(modifiers.Head.Index);
                shape.Add(modifiers.Head.Action);
                shape.Add(modifiers.Head.Quantity);
            }
        }

        for (var held = h.Held; held is not null; held = held.Tail)
            shape.Add(held.Head.Segment.Start);
        for (var missing = h.Missing; missing is not null; missing = missing.Tail)
            shape.Add(missing.Head.Start);
        shape.Add(HashCode.Combine(h.Count, h.Action, h.ActionOpen, h.Run, h.Edit, h.Exchange, h.Reach, h.JustSplit));
        shape.Add(HashCode.Combine(h.HeldSize?.Start, h.With, h.SideOf, h.OnThe, h.SharedSizeLeft, h.Half));
        return shape.ToHashCode();
    }
}
