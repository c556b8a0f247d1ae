namespace Restaurant.Domain.Understanding.Search;

/// <summary>What is odd about the lines of a reading, for the confidence.</summary>
internal static class Oddities
{
    /// <summary>The largest number wanted of a dish that comes in sizes and has none.</summary>
    public static int Sizeless(Reader reader, in Hypothesis h)
    {
        var most = 0;
        foreach (var line in h.Lines.Each())
        {
            if (IsAsked(line) && line.Size < 0 && reader.Menu.Items[line.Item].Item.Sizes.Count > 0)
                most = Math.Max(most, line.Quantity);
        }

        return most;
    }

    /// <summary>Lines with two extras of one group beside another line of the same dish.</summary>
    public static int Crowded(Reader reader, in Hypothesis h)
    {
        var count = 0;
        foreach (var line in h.Lines.Each())
            count += IsAsked(line) && HasTwoOfAGroup(reader, line.Modifiers) && HasOther(h, line) ? 1 : 0;
        return count;
    }

    private static bool IsAsked(DraftLine line) => line is { Item: >= 0, Quantity: > 0, Role: not (Role.Question or Role.Story) };

    private static bool HasOther(in Hypothesis h, DraftLine line)
    {
        foreach (var other in h.Lines.Each())
        {
            if (IsAsked(other) && other.Item == line.Item && (other.Size != line.Size || other.Modifiers.Shape() != line.Modifiers.Shape()))
                return true;
        }

        return false;
    }

    private static bool HasTwoOfAGroup(Reader reader, Chain<DraftModifier>? modifiers)
    {
        for (var rest = modifiers; rest is not null; rest = rest.Tail)
        {
            foreach (var other in rest.Tail.Each())
            {
                if (IsAdded(rest.Head) && IsAdded(other) && other.Index != rest.Head.Index && reader.Menu.Modifiers[other.Index].Group == reader.Menu.Modifiers[rest.Head.Index].Group)
                    return true;
            }
        }

        return false;
    }

    private static bool IsAdded(DraftModifier modifier) => modifier is { Index: >= 0, Action: ModifierAction.Add };
}
