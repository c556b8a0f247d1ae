namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>Words that often change what is ordered in a way that the reading has no place for.</summary>
internal static class LeftWords
{
    public static readonly HashSet<string> Denials =
        ["not", "nothing", "none", "hardly", "barely", "never", "nor", "neither", "isnt", "dont", "doesnt", "didnt", "cant", "wont", "nada", "rien", "nichts", "niente"];

    /// <summary>Said of several dishes or for several people.</summary>
    public static readonly HashSet<string> Everybody =
    [
        "each", "both", "all", "every", "everyone", "everybody", "us", "apiece", "ambos", "ambas", "todos", "todas", "cada", "tous", "toutes", "chacun", "chacune",
        "beide", "beiden", "alle", "jeweils", "entrambi", "tutti", "tutte", "ciascuno",
    ];

    /// <summary>Said of what one of several people gets.</summary>
    public static readonly HashSet<string> Owners =
        ["mine", "yours", "his", "her", "hers", "him", "theirs", "mio", "mia", "suyo", "suya", "mienne", "sienne", "meins", "seins"];

    /// <summary>They lead to an extra or to a place: "in a nice box", "on Sunday".</summary>
    public static readonly HashSet<string> Places = ["in", "on", "over", "to", "en", "dans", "added"];
}
