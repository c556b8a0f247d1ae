namespace Restaurant.Domain.Understanding.Tokens;

/// <summary>Finds addresses without a word for street: "to 19 Ludlow, apt 5", "Lindenweg 12", "BS3 4QP".</summary>
internal static class Addresses
{
    private static readonly HashSet<string> Leading = ["to", "from", "at", "near", "address", "deliver", "delivery", "nach", "an", "a", "en"];
    private static readonly HashSet<string> Doors = ["apt", "apartment", "flat", "unit", "suite", "floor", "wohnung", "piso", "appartement", "interno"];
    private static readonly string[] StreetEndings = ["strasse", "strase", "straat", "gasse", "allee", "platz", "weg"];

    /// <summary>The token after the address that begins at this one; 0 where none begins.</summary>
    public static int EndOf(List<Token> tokens, int at) =>
        Compound(tokens, at) is > 0 and var street ? street : Crossing(tokens, at) is > 0 and var corner ? corner : Postcode(tokens, at) is > 0 and var code ? code : WithDoor(tokens, at);

    // "Lindenweg 12", "12 Lindenweg", "Hauptstr. 88": a street in one word, beside a number.
    private static int Compound(List<Token> tokens, int at)
    {
        if (tokens[at] is { Kind: TokenKind.Number or TokenKind.Noise, Key.Length: > 0 } && at + 1 < tokens.Count && IsStreet(tokens[at + 1].Key))
            return at + 2;
        if (!IsStreet(tokens[at].Key))
            return 0;
        var number = at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Stop ? at + 2 : at + 1;
        return number < tokens.Count && tokens[number].Kind is TokenKind.Number or TokenKind.Noise ? number + 1 : 0;
    }

    // "Maple & 5th", "9th and Pearl".
    private static int Crossing(List<Token> tokens, int at)
    {
        if (at + 3 >= tokens.Count)
            return 0;
        if (tokens[at].Kind == TokenKind.Word && IsAnd(tokens[at + 1]) && IsOrdinal(tokens, at + 2))
            return at + 4;
        return IsOrdinal(tokens, at) && IsAnd(tokens[at + 2]) && tokens[at + 3].Kind == TokenKind.Word && (at == 0 || tokens[at - 1].IsBreak || Leading.Contains(tokens[at - 1].Key) || tokens[at - 1].Key is "of" or "on") ? at + 4 : 0;
    }

    private static bool IsAnd(Token token) => token.Key is "&" or "and";

    private static bool IsOrdinal(List<Token> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at].Kind is TokenKind.Number or TokenKind.Noise && tokens[at + 1].Key is "th" or "st" or "nd" or "rd" && tokens[at + 1].Start == tokens[at].End;

    private static bool IsStreet(string key)
    {
        if (key.Length > 6 && key.EndsWith("str", StringComparison.Ordinal))
            return true;
        foreach (var ending in StreetEndings)
        {
            if (key.Length > ending.Length + 2 && key.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // Letters and digits in one piece, twice.
    private static int Postcode(List<Token> tokens, int at) =>
        at + 3 < tokens.Count && tokens[at] is { Kind: TokenKind.Word, Length: <= 2 } area && tokens[at + 1] is { Kind: TokenKind.Number } district
        && tokens[at + 2] is { Kind: TokenKind.Number, Length: 1 } sector && tokens[at + 3] is { Kind: TokenKind.Word, Length: 2 } unit
        && area.End == district.Start && sector.End == unit.Start ? at + 4 : 0;

    private static int WithDoor(List<Token> tokens, int at)
    {
        if (at == 0 || !Leading.Contains(tokens[at - 1].Key) || tokens[at].Kind is not (TokenKind.Number or TokenKind.Noise))
            return 0;
        const int longest = 4;
        for (var next = at + 1; next < Math.Min(tokens.Count, at + longest); next++)
        {
            if (Doors.Contains(tokens[next].Key))
                return next > at + 1 ? next : 0;
            if (tokens[next].Kind is not (TokenKind.Word or TokenKind.Comma))
                return 0;
        }

        return 0;
    }
}
