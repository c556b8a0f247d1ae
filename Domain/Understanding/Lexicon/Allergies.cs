using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>How people say what they may not eat.</summary>
internal static class Allergies
{
    private static readonly HashSet<string> Allergic =
    [
        "allergic", "intolerant", "allergisch", "allergique", "allergiques", "allergico", "allergica", "allergici", "allergiche", "alergico", "alergica", "alergicos", "alergicas",
        "intolerante", "intoleranti", "intolérant", "intolérante", "coeliac", "celiac", "celiaca", "celiaco", "anaphylactic",
    ];

    private static readonly HashSet<string> Names =
    [
        "allergy", "allergies", "intolerance", "allergie", "allergien", "allergia", "alergia", "alergias", "intoleranz", "unverträglichkeit", "intolerancia", "intolleranza",
    ];

    private static readonly HashSet<string> To = ["to", "of", "gegen", "auf", "a", "à", "al", "ai", "alle", "alla", "allo", "agli", "au", "aux", "las", "los"];

    /// <summary>"Allergy", "allergic" in any language that we know, and アレルギー.</summary>
    public static bool Tells(Token token) => Allergic.Contains(token.Key) || Names.Contains(token.Key) || token.Key.Contains("アレルギー", StringComparison.Ordinal);

    /// <summary>"Allergic to": what follows is not asked for.</summary>
    public static bool SaysTo(List<Token> tokens, int at) => at + 1 < tokens.Count && Allergic.Contains(tokens[at].Key) && To.Contains(tokens[at + 1].Key);
}
