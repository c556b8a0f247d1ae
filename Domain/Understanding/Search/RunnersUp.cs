using System.Globalization;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>Says what the second reading would have ordered and what decided against it.</summary>
internal static class RunnersUp
{
    public static RunnerUp Of(Reader reader, Hypothesis best, Hypothesis second) => new(Order(reader, second), WhyNot(best, second));

    private static string Order(Reader reader, Hypothesis h)
    {
        var lines = h.Lines.Each()
            .Where(line => line is { Item: >= 0, Quantity: > 0 } && line.Role is not (Role.Question or Role.Story))
            .OrderBy(line => line.Start)
            .Select(line => Line(reader, line));
        return string.Join(", ", lines) is { Length: > 0 } order ? order : "nothing";
    }

    private static string Line(Reader reader, DraftLine line)
    {
        var item = reader.Menu.Items[line.Item].Item;
        var size = line.Size < 0 ? "" : $" ({item.Sizes[line.Size].Name})";
        var modifiers = line.Modifiers.Each()
            .Reverse()
            .Where(modifier => modifier.Index >= 0)
            .Select(modifier => $" {Sign(modifier.Action)}{reader.Menu.Modifiers[modifier.Index].Modifier.Name}");
        return $"{line.Quantity} {item.Name}{size}{string.Concat(modifiers)}";
    }

    private static string WhyNot(Hypothesis best, Hypothesis second)
    {
        var by = string.Create(CultureInfo.InvariantCulture, $"{best.Score - second.Score:0.0}");
        return $"{by} points behind: {Weakness(best, second)}";
    }

    private static string Weakness(Hypothesis best, Hypothesis second)
    {
        if (Unmatched(second) > Unmatched(best))
            return "it leaves more words without a place on the menu";
        if (second.Passed > best.Passed)
            return "it passes over more words";
        return second.Guesses > best.Guesses
            ? "it rests on parts of names where the other has whole ones"
            : "its words stand less naturally together";
    }

    private static int Unmatched(Hypothesis h) => h.Missing.Each().Count() + h.Lines.Each().Count(line => line.Item < 0);

    private static string Sign(ModifierAction action) => action switch
    {
        ModifierAction.Remove => "without ",
        ModifierAction.Extra => "extra ",
        ModifierAction.Light => "light ",
        ModifierAction.Side => "on the side ",
        _ => "with ",
    };
}
