using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>"A Freddie and fries" are two dishes, though the menu has Freddie Fries as well; "mac and cheese" is one.</summary>
internal static class TwoDishes
{
    /// <summary>Whether the words up to this node are the whole name of a dish.</summary>
    public static bool IsDish(CompiledMenu menu, int node) => menu.Names.At(node) is { Items.Count: > 0 };

    /// <summary>Whether both sides of an "and" are dishes, and the menu writes none there itself.</summary>
    /// <param name="before">How many of the name's words stand before the "and".</param>
    public static bool Are(CompiledMenu menu, NamesHere name, int before)
    {
        var node = WordTrie.Root;
        foreach (var stem in name.Stems.AsSpan(before))
            node = menu.Names.Step(node, stem);
        if (!IsDish(menu, node))
            return false;
        foreach (var item in name.Items)
        {
            foreach (var word in item.Text.Split(' '))
            {
                if (FoodLines.IsAnd(word.ToLowerInvariant()))
                    return false;
            }
        }

        return true;
    }
}
