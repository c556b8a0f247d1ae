namespace Restaurant.Domain.Understanding.Compile;

/// <summary>Names of groups of extras of which a dish has one: who says "the same with pork" has no chicken besides.</summary>
internal static class ChoiceWords
{
    private static readonly HashSet<string> Stems =
    [
        "protein", "meat", "milk", "bread", "bun", "base", "crust", "tortilla", "egg", "style", "flavour", "flavor", "temperature", "temp", "doneness", "heat", "spice", "level",
        "rice", "cooking", "shell", "vessel",
    ];

    /// <param name="kind">The last word of the group's name, as a stem.</param>
    public static bool Contains(string kind) => Stems.Contains(kind);
}
