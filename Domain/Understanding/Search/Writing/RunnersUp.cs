using System.Globalization;
using System.Text;

namespace Restaurant.Domain.Understanding.Search.Writing;

/// <summary>Says what the second reading would have ordered and what decided against it.</summary>
internal static class RunnersUp
{
    [ThreadStatic]
    private static StringBuilder? mine;

    public static RunnerUp Of(Reader reader, in Hypothesis best, in Hypothesis second) => new(Order(reader, second), WhyNot(best, second));

    private static string Order(Reader reader, in Hypothesis h)
    {
        var order = (mine ??= new()).Clear();
        foreach (var line in ReadingWriter.InOrder(reader, h.Lines))
        {
            if (line is { Item: >= 0, Quantity: > 0 } && line.Role is not (Role.Question or Role.Story))
                Append(order, reader, line);
        }

        return order.Length == 0 ? "nothing" : order.ToString();
    }

    private static void Append(StringBuilder order, Reader reader, DraftLine line)
    {
        var item = reader.Menu.Items[line.Item].Item;
        order.Append(order.Length > 0 ? ", " : "").Append(CultureInfo.InvariantCulture, $"{line.Quantity} ").Append(item.Name);
        if (line.Size >= 0)
            order.Append(" (").Append(item.Sizes[line.Size].Name).Append(')');
        foreach (var modifier in line.Modifiers.OldestFirst())
        {
            if (modifier.Index >= 0)
                order.Append(' ').Append(Sign(modifier.Action)).Append(reader.Menu.Modifiers[modifier.Index].Modifier.Name);
        }
    }

    private static string WhyNot(in Hypothesis best, in Hypothesis second) =>
        string.Create(CultureInfo.InvariantCulture, $"{best.Score - second.Score:0.0} points behind: {Weakness(best, second)}");

    private static string Weakness(in Hypothesis best, in Hypothesis second)
    {
        if (Unmatched(second) > Unmatched(best))
            return "it leaves more words without a place on the menu";
        if (second.Passed > best.Passed)
            return "it passes over more words";
        return second.Guesses > best.Guesses
            ? "it rests on parts of names where the other has whole ones"
            : "its words stand less naturally together";
    }

    private static int Unmatched(in Hypothesis h)
    {
        var unmatched = 0;
        foreach (var _ in h.Missing.Each())
            unmatched++;
        foreach (var line in h.Lines.Each())
            unmatched += line.Item < 0 ? 1 : 0;
        return unmatched;
    }

    private static string Sign(ModifierAction action) => action switch
    {
        ModifierAction.Remove => "without ",
        ModifierAction.Extra => "extra ",
        ModifierAction.Light => "light ",
        ModifierAction.Side => "on the side ",
        _ => "with ",
    };
}
