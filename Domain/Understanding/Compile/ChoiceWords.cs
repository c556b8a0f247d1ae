namespace Restaurant.Domain.Understanding.Compile;

/// <summary>Names of groups of extras of which a dish has one: who says "the same with pork" has no chicken besides.</summary>
internal static class ChoiceWords
{
    private static readonly HashSet<string> Stems =
    [
        "protein", "meat", "milk", "bread", "bun", "base", "crust", "tortilla", "egg", "style", "flavour", "flavor", "temperature", "temp", "doneness", "heat", "spice", "level",
        "rice", "cooking", "shell", "vessel",
    ];

    // What a dish is made with, in the words of several menus: it is made with one of them.
    private static readonly HashSet<string> Meats =
    [
        "chicken", "beef", "pork", "lamb", "duck", "veal", "turkey", "prawn", "shrimp", "tofu", "paneer", "tempeh", "seitan", "vegetable", "veg", "veggie", "steak", "salmon", "tuna", "fish", "mince", "carnita",
        "barbacoa", "sofrita", "chorizo", "brisket", "bacon", "ham", "sausage", "mutton", "goat", "pollo", "ternera", "cerdo", "cordero", "langostino", "gamba", "poulet", "boeuf", "agneau", "porc", "crevette",
        "manzo", "maiale", "agnello", "gamberi", "huhn", "hahnchen", "rind", "kalb", "lamm", "schwein", "garnele",
    ];

    private static readonly HashSet<string> Sides =
        ["rice", "chip", "fry", "mash", "potato", "bulgur", "quinoa", "couscous", "noodle", "pomme", "reis", "kartoffeln", "frite", "riz", "arroz", "papa", "riso", "patate"];

    /// <summary>Whether a dish has one of the two, not both: chicken or prawns, rice or chips.</summary>
    /// <param name="one">The last word of an extra's name, as a stem.</param>
    /// <param name="other">The last word of the other's.</param>
    public static bool AreAlternatives(string one, string other) =>
        one != other && ((Meats.Contains(one) && Meats.Contains(other)) || (Sides.Contains(one) && Sides.Contains(other)));

    /// <param name="kind">The last word of the group's name, as a stem.</param>
    public static bool Contains(string kind) => Stems.Contains(kind);
}
