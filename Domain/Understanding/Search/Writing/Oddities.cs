using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Writing;

/// <summary>What is odd about the lines of a reading, for the confidence.</summary>
internal static class Oddities
{
    private const int MostRivals = 2;

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

    /// <summary>The most other dishes that have the only word of a dish's name that was said, up to <see cref="MostRivals"/>: "burger" where there is a cheeseburger, too.</summary>
    public static int Rivals(Reader reader, in Hypothesis h)
    {
        var most = 0;
        foreach (var line in h.Lines.Each())
        {
            if (IsAsked(line) && OnlyWord(reader, line) is >= 0 and var stem)
                most = Math.Max(most, Rivals(reader.Menu, line.Item, stem));
        }

        return most;
    }

    /// <summary>The only word of a line that stands on the menu, beside a count and the like; -1 where there are more or none.</summary>
    private static int OnlyWord(Reader reader, DraftLine line)
    {
        var only = -1;
        for (var token = line.Start; token < line.End; token++)
        {
            if (reader.Tokens[token].Kind != TokenKind.Word || reader.IsNumber(token) || reader.Menu.Words.Find(reader.Tokens[token].Key) is not (>= 0 and var stem))
                continue;
            if (only >= 0)
                return -1;
            only = stem;
        }

        return only;
    }

    private static int Rivals(CompiledMenu menu, int item, int stem)
    {
        var (count, last) = (0, item);
        foreach (var name in menu.ItemNamesWith[stem])
        {
            var other = menu.ItemNames[name].Id;
            if (other == item || other == last)
                continue;
            last = other;
            if (++count == MostRivals)
                break;
        }

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
