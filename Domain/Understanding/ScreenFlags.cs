namespace Restaurant.Domain.Understanding;

/// <summary>What may be odd about a message. A flag is for people and for the intent; it never changes what the words order.</summary>
public static class ScreenFlags
{
    public const string Empty = "empty";

    /// <summary>Tries to give us or a language model instructions, or speaks in its voice.</summary>
    public const string Injection = "injection";
    public const string Markup = "markup";
    public const string Sql = "sql";

    /// <summary>Begins like a spreadsheet formula.</summary>
    public const string Formula = "formula";
    public const string Json = "json";
    public const string Insult = "insult";
    public const string Swearing = "swearing";
    public const string Link = "link";
    public const string Shouting = "shouting";
}
