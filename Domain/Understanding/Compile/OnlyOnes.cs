namespace Restaurant.Domain.Understanding.Compile;

/// <summary>What on a menu stands for one dish alone, and which extras are of one kind.</summary>
internal sealed class OnlyOnes(List<CompiledItem> items, List<CompiledModifier> modifiers, int sizes)
{
    private const string Drink = "drink";

    /// <summary>The only dish that is had with this extra, or the only drink, as meals are had with one; -1 where several are, or none.</summary>
    public int ItemWith(int modifier)
    {
        var (only, count, drink, drinks) = (-1, 0, -1, 0);
        for (var item = 0; item < items.Count; item++)
        {
            if (!items[item].Modifiers.Contains(modifier))
                continue;
            (only, count) = (item, count + 1);
            if (items[item].Kind == Drink)
                (drink, drinks) = (item, drinks + 1);
        }

        return count == 1 ? only : drinks == 1 ? drink : -1;
    }

    /// <summary>By spelling of a size: the only dish that comes in it, or -1.</summary>
    public int[] ItemInSize()
    {
        var only = new int[sizes];
        Array.Fill(only, -1);
        var isShared = new bool[only.Length];
        for (var item = 0; item < items.Count; item++)
        {
            foreach (var size in items[item].SizeBySpelling.Keys)
            {
                isShared[size] |= only[size] >= 0;
                only[size] = item;
            }
        }

        return [.. only.Select((item, size) => isShared[size] ? -1 : item)];
    }

    /// <summary>By word: how many extras of one group end in it.</summary>
    public int[] KindsOfExtras(int words)
    {
        var kinds = new int[words];
        foreach (var head in modifiers.Where(modifier => modifier.Names.Count > 0 && modifier.Names[0].Stems.Length > 1).GroupBy(modifier => (modifier.Group, modifier.Names[0].Head)))
            kinds[head.Key.Head] = Math.Max(kinds[head.Key.Head], head.Count());
        return kinds;
    }
}
