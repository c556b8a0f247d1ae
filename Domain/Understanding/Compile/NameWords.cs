using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>Cuts a name of the menu into the words it is found by.</summary>
internal static class NameWords
{
    /// <summary>Words that join; they are left out of names and passed over inside a match.</summary>
    public static readonly HashSet<string> Joining =
        ["the", "and", "of", "with", "a", "an", "&", "n", "de", "del", "la", "le", "el", "di", "al", "alla", "au", "aux", "mit", "und", "et", "y", "e", "con", "avec", "d", "の", "in", "on", "plus",
            "ai", "alle", "allo", "agli", "dell", "della", "dello", "delle", "des", "du", "los", "las", "les"];

    // English "all" and "auf" in names are words of their own.
    private static readonly HashSet<string> Abroad = ["l", "all", "da", "dal", "vom", "von", "im", "zum", "auf", "sur", "en", "i", "il", "lo"];

    /// <summary>Whether a word only joins, in a phrase of some other language.</summary>
    public static bool JoinsAbroad(string word) => Joining.Contains(word) || Abroad.Contains(word);

    private static readonly HashSet<string> BeforeDetails = ["with", "of", "de", "des", "du", "di", "della", "alla", "alle", "agli", "ai", "al", "au", "aux", "mit", "con", "avec", "in", "on", "w"];

    /// <summary>Words that often stand last without telling things apart: "BBQ" is the BBQ sauce.</summary>
    private static readonly HashSet<string> Carriers =
    [
        "sauce", "dressing", "syrup", "milk", "crust", "bread", "bun", "cheese", "roast", "base", "cream", "noodle", "rice", "roll", "salsa", "topping",
        "flavor", "flavour", "style", "tortilla", "option", "spread", "dip", "wrap", "meat", "bean", "shot", "seasoning", "fresh", "choice", "filling",
        "slice", "version", "leaf", "pickled", "sliced", "chopped", "shredded", "grated", "whole", "broth", "powder", "drizzle", "cup", "size", "extra", "add",
        "protein", "mix", "patty", "pizza", "burger", "sandwich", "sub", "bowl", "salad", "curry", "ramen", "latte", "tea", "soda", "juice", "beer", "wine", "taco", "cake",
        "lettuce", "onion", "chicken", "fried", "grilled", "roasted", "homemade", "crispy", "classic", "large", "small", "regular", "house", "mayo",
        "swirl", "ripple", "glaze", "shaving", "wedge", "flake", "strip", "bit", "piece", "chunk", "cube", "crumb", "crumble", "pump", "any", "your", "own", "plate", "platter", "basket", "oil", "relish", "puree", "cracker", "side",
    ];

    public static bool IsCarrier(string stem) => Carriers.Contains(stem);

    public static List<string> Of(string name, out int head)
    {
        var words = new List<string>();
        head = -1;
        foreach (var token in Tokenizer.Cut(name, SameFood.Knows))
        {
            if (token.Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Line or TokenKind.Emoji)
                continue;
            var key = token.Kind == TokenKind.Times ? token.Value.ToString(null as IFormatProvider) : token.Key;
            if (Joining.Contains(key) || IsElided(name, token))
            {
                if (head < 0 && words.Count > 0 && (BeforeDetails.Contains(key) || key == "all"))
                    head = words.Count - 1;
                continue;
            }

            words.Add(key);
        }

        if (words.Count == 0 && name.Trim().Length > 0)
            words.Add(Folding.Fold(name.Trim()));
        if (head < 0)
            head = words.Count - 1;
        return words;
    }

    // "L'oignon", "all'aglio".
    private static bool IsElided(string name, Token token) => token is { Key: "l" or "all" or "dell" } && token.End < name.Length && name[token.End] is '\'' or '\u2019';
}
