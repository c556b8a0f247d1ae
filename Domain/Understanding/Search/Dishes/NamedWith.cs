using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>"A sesame bagel with scallion cream cheese", where "Bagel and Cream Cheese" is a dish of its own and the plain bagel has none: words behind a "with" that make it another dish.</summary>
internal static class NamedWith
{
    /// <summary>The present line as the one dish that is called by its words and by these, and has what they say; null where there is none.</summary>
    public static DraftLine? By(Reader reader, in Hypothesis h, DraftLine current, Segment segment)
    {
        if (h is not { With: true, Edit: Edit.None, Count: 0 } || h.Action != ModifierAction.Add || current is not { Item: >= 0, Stems.Length: > 0 } || segment.Stems.Length == 0 || segment.Start > current.End + Farthest)
            return null;
        var only = -1;
        foreach (var name in reader.Menu.ItemNames)
        {
            if (name.Id == current.Item || name.Id == only || !IsSaid(name.Stems, current.Stems, segment.Stems) || !Keeps(reader, name.Id, current) || (segment.Kind == SegmentKind.Modifier && Attach.Resolve(reader, name.Id, segment) < 0))
                continue;
            if (only >= 0)
                return null;
            only = name.Id;
        }

        return only < 0 ? null : Attach.Settle(reader, current with { Size = SizeOf(reader, only, current), End = Math.Max(current.End, segment.Start) }, reader.Menu.Items[only].Alone);
    }

    // How it is made may stand between: ", toasted, with some scallion cream cheese".
    private const int Farthest = 6;

    // The whole name, in both parts together and in neither alone.
    private static bool IsSaid(int[] name, int[] before, int[] here)
    {
        var isNew = false;
        foreach (var stem in name)
        {
            if (before.AsSpan().Contains(stem))
                continue;
            if (!here.AsSpan().Contains(stem))
                return false;
            isNew = true;
        }

        return isNew && name.AsSpan().ContainsAny(before);
    }

    // The size of the same name; -1 where it has none.
    private static int SizeOf(Reader reader, int item, DraftLine current)
    {
        var sizes = reader.Menu.Items[item].Item.Sizes;
        for (var size = 0; current.Size >= 0 && size < sizes.Count; size++)
        {
            if (sizes[size].Name == reader.Menu.Items[current.Item].Item.Sizes[current.Size].Name)
                return size;
        }

        return -1;
    }

    // What was said of it before can be had with the other, too.
    private static bool Keeps(Reader reader, int item, DraftLine current)
    {
        if (current.Size >= 0 && SizeOf(reader, item, current) < 0)
            return false;
        foreach (var modifier in current.Modifiers.Each())
        {
            if (Attach.Resolve(reader, item, modifier.Segment) < 0)
                return false;
        }

        return true;
    }
}
