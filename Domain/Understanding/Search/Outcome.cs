namespace Restaurant.Domain.Understanding.Search;

/// <summary>
/// A number that two whole readings share when they order the same, however they came to it: in other lines, from other words. Two ways to
/// one order leave nothing to be unsure of.
/// </summary>
internal static class Outcome
{
    public static int Of(in Hypothesis h)
    {
        var (order, unknown) = (0, h.Missing is not null);
        foreach (var line in h.Lines.Each())
        {
            if (line.Quantity <= 0 || line.Role is Role.Question or Role.Story)
                continue;
            if (line.Item < 0)
                unknown = true;
            else
                order += line.Quantity * HashCode.Combine(line.Item, line.Size, Extras(line.Modifiers));
        }

        return HashCode.Combine(order, unknown);
    }

    // Of an extra that is named twice the first one counts.
    private static int Extras(Chain<DraftModifier>? modifiers)
    {
        var sum = 0;
        for (var rest = modifiers; rest is not null; rest = rest.Tail)
        {
            if (rest.Head.Index >= 0 && !Has(rest.Tail, rest.Head.Index))
                sum += rest.Head.Shape;
        }

        return sum;
    }

    private static bool Has(Chain<DraftModifier>? modifiers, int index)
    {
        foreach (var modifier in modifiers.Each())
        {
            if (modifier.Index == index)
                return true;
        }

        return false;
    }
}
