using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>Modifiers for more than the present line ("both", "all"), or for an earlier one.</summary>
internal static class Reaching
{
    public static Hypothesis? Put(Reader reader, Hypothesis h, Segment segment)
    {
        var two = h.Current is { Quantity: >= 2 } ? 1 : 2;
        var reached = 0;
        var position = 0;
        var lines = h.Lines.Map(line =>
        {
            // Map works from the oldest line up; "both" means the newest ones.
            return line;
        });
        var targets = new HashSet<DraftLine>(ReferenceEqualityComparer.Instance);
        foreach (var line in h.Lines.Each())
        {
            if (line.Role is Role.Question or Role.Story || (h.Reach == Reach.Both && position >= two))
                break;
            targets.Add(line);
            position++;
        }

        lines = lines.Map(line =>
        {
            if (!targets.Contains(line) || Attach.To(reader, line, segment, h.Action, Math.Max(1, h.Count)) is not { } dressed)
                return line;
            reached++;
            return dressed;
        });
        return reached == 0 ? null : h with { Lines = lines };
    }

    /// <summary>The newest earlier line whose dish offers the modifier gets it; the present line stays the present one.</summary>
    public static Hypothesis? Earlier(Reader reader, Hypothesis h, Segment segment)
    {
        foreach (var line in h.Lines!.Tail.Each())
        {
            if (line.Item < 0 || line.Role != h.Current!.Role || Attach.To(reader, line, segment, h.Action, Math.Max(1, h.Count)) is not { } dressed)
                continue;
            return h with { Lines = h.Lines.Map(other => ReferenceEquals(other, line) ? dressed : other) };
        }

        return null;
    }
}
