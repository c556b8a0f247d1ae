using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>Menus that list "no ice" and "less ice" as extras of their own: "without ice", "sin hielo", "easy on the ice" ask for these.</summary>
internal static class ModifierNames
{
    private static readonly string[] Without = ["no ", "without ", "zero ", "sin ", "sans ", "ohne ", "senza "];
    private static readonly string[] Less = ["less ", "light ", "easy ", "little ", "menos ", "moins de ", "weniger ", "meno "];
    private static readonly string[] More = ["extra ", "more ", "double "];

    /// <summary>The extra of this dish that says by its name what is done with the thing; -1 where the menu leaves that to the kitchen.</summary>
    public static int ByAction(Reader reader, int item, Segment segment, ModifierAction action)
    {
        var signs = action switch
        {
            ModifierAction.Remove => Without,
            ModifierAction.Light => Less,
            ModifierAction.Extra => More,
            _ => [],
        };
        if (signs.Length == 0 || segment.Stems.Length == 0)
            return -1;
        foreach (var modifier in segment.PartOfModifiers)
        {
            if (reader.Offers(item, modifier) && Says(reader, modifier, signs, segment.Stems.Length))
                return modifier;
        }

        return -1;
    }

    // The sign and the thing, and nothing else.
    private static bool Says(Reader reader, int modifier, string[] signs, int words)
    {
        var name = reader.Menu.Modifiers[modifier].Names[0].Spelling;
        foreach (var sign in signs)
        {
            if (name.StartsWith(sign, StringComparison.Ordinal) && name.AsSpan(sign.Length).Count(' ') + 1 == words)
                return true;
        }

        return false;
    }
}
