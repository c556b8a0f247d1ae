namespace Restaurant.Domain.Understanding.Compile;

/// <summary>Dishes that another dish is had with half of: a pizza "Half and Half" with "half Margherita" and "half Diavola".</summary>
internal static class HalfNames
{
    private static readonly HashSet<string> Half = ["half", "meta", "mezza", "mezzo", "mitad", "media", "medio", "moitie", "demi", "halb", "halbe", "1/2", "½"];

    /// <summary>By dish: the extra that is its half.</summary>
    public static Dictionary<int, int> Of(CompiledItem item, List<CompiledModifier> modifiers, List<MenuName> dishes, Vocabulary words)
    {
        var halves = new Dictionary<int, int>();
        foreach (var modifier in item.Modifiers)
        {
            if (modifiers[modifier].Names is not [{ Stems: [var half, _, ..] stems }, ..] || !Half.Contains(words[half]))
                continue;
            foreach (var dish in dishes)
            {
                if (dish.Stems.AsSpan().SequenceEqual(stems.AsSpan(1)))
                    halves.TryAdd(dish.Id, modifier);
            }
        }

        return halves;
    }
}
