namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>"A vegan lasagne", where the menu says so of nothing: who needs it so must not get the other one.</summary>
internal static class DietBefore
{
    private static readonly HashSet<string> Diets = ["vegan", "vegano", "vegana", "vegane", "veganer", "veganes", "vegetalien", "vegetalienne", "keto", "glutenfree", "gf", "dairyfree", "sugarfree"];

    /// <summary>"No cheese", where only a vegan one can be had: what takes the place of another is not there to be left out.</summary>
    public static bool IsReplacement(Reader reader, int modifier, Lattice.Segment said) =>
        reader.Menu.Modifiers[modifier].Names[0].Stems is [var diet, _, ..] && Diets.Contains(reader.Menu.Words[diet]) && !said.Stems.AsSpan().Contains(diet);

    /// <summary>The token that says the diet, right before the dish; -1 where none does, or the menu has something called so, in its own way.</summary>
    public static int At(Reader reader, Lattice.Segment dish)
    {
        var last = dish.Start - 1;
        return last >= 0 && Diets.Contains(reader.Tokens[last].Key) && reader.Menu.Words.Find(reader.Tokens[last].Key) < 0 ? last : -1;
    }
}
