namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>The small words before a noun, in all languages together: the menu's names are mixed, and so are the messages.</summary>
internal static class Articles
{
    /// <summary>"A", "una": one of something.</summary>
    public static readonly HashSet<string> OfOne = ["a", "an", "un", "una", "uno", "une", "ein", "eine", "einen", "einer", "eines", "um", "uma", "en", "ett", "een", "jeden", "jedna", "jedno"];

    /// <summary>"The", "las": something that is known.</summary>
    public static readonly HashSet<string> Definite = ["the", "el", "la", "los", "las", "le", "les", "l", "il", "lo", "der", "die", "das", "den"];
}
