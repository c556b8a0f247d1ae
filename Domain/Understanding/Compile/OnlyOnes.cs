namespace Restaurant.Domain.Understanding.Compile;

/// <summary>What on a menu stands for one dish alone, and which extras are of one kind.</summary>
internal sealed class OnlyOnes(List<CompiledItem> items, List<CompiledModifier> modifiers, int sizes)
{
    /// <summary>The only dish that is had with this extra; -1 where several are, or none.</summary>
    public int ItemWith(int modifier)
    {
        var only = -1;
        for (var item = 0; item < items.Count; item++)
        {
            if (!items[item].Modifiers.Contains(modifier))
                continue;
            if (only >= 0)
                return -1;
            only = item;
        }

        return only;
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

    /// <summary>By word: whether several extras of one kind end in it.</summary>
    public bool[] KindsOfExtras(int words)
    {
        const int several = 3;
        var names = new bool[words];
        var heads = modifiers.Where(modifier => modifier.Names.Count > 0 && modifier.Names[0].Stems.Length > 1).GroupBy(modifier => (modifier.Group, modifier.Names[0].Head));
        foreach (var head in heads.Where(head => head.Count() >= several))
            names[head.Key.Head] = true;
        return names;
    }
}
