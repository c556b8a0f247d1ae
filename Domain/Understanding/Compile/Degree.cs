namespace Restaurant.Domain.Understanding.Compile;

/// <summary>What an extra is one degree of: a dish has one degree of it, never two.</summary>
internal enum Degree : byte
{
    None,

    /// <summary>Mild, hot, extra hot.</summary>
    Heat,

    /// <summary>Rare, medium, well done.</summary>
    Doneness,
}

internal static class Degrees
{
    private static readonly HashSet<string> Heat = ["mild", "hot", "spicy"];
    private static readonly HashSet<string> Doneness = ["rare", "medium rare", "medium well", "well done"];

    /// <param name="group">The names of all extras of the group: "medium" is a heat among mild and hot, a doneness among rare and well done.</param>
    public static Degree Of(string name, IReadOnlyList<string> group)
    {
        if (Heat.Contains(name[(name.LastIndexOf(' ') + 1)..]))
            return Degree.Heat;
        if (Doneness.Contains(name) || name == "blue" || name == "well")
            return group.Any(Doneness.Contains) ? Degree.Doneness : Degree.None;
        if (name != "medium")
            return Degree.None;
        return group.Any(Doneness.Contains) ? Degree.Doneness : group.Any(Heat.Contains) ? Degree.Heat : Degree.None;
    }
}
