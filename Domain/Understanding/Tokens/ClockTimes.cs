namespace Restaurant.Domain.Understanding.Tokens;

/// <summary>
/// Finds times that are told without a word for hours: "half past 7", "ten past six", "be there in 15", "about seven", "a las nueve".
/// Their numbers count nothing, written as words or as figures.
/// </summary>
internal static class ClockTimes
{
    private const int MostHours = 24;

    // "Sugar in two" is a share, "here in five" is a time.
    private const int FewestMinutes = 5;
    private const int Farthest = 6;

    private static readonly HashSet<string> Hours =
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
        "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "undici", "dodici",
    ];

    private static readonly HashSet<string> Minutes = ["five", "ten", "fifteen", "twenty", "thirty", "forty"];

    private static readonly HashSet<string> Coming =
        ["there", "here", "up", "pickup", "collect", "collecting", "collection", "ready", "back", "down", "coming", "comin", "come", "arrive", "arriving", "round", "over", "by"];

    private static readonly HashSet<string> About = ["about", "abt", "bout", "round", "around", "roundabout"];
    private static readonly HashSet<string> Asking = ["how", "what", "hows", "whats"];
    private static readonly HashSet<string> Closing = ["please", "pls", "plz", "thanks", "thx", "ta", "cheers", "tonight", "today", "tomorrow", "ok", "or", "ish", "y", "e"];

    /// <summary>The first token of the time that ends with the number at <paramref name="at"/>; -1 where it ends none.</summary>
    public static int StartOf(List<Token> tokens, int at)
    {
        if (at == 0)
            return -1;
        var before = tokens[at - 1].Key;
        if (before is "past" or "to" && IsHour(tokens[at]))
            return at > 1 && IsPartOfAnHour(tokens[at - 2], before) ? at - 2 : -1;
        if (!IsClosed(tokens, at + 1))
            return -1;
        return before switch
        {
            "half" => IsHour(tokens[at]) ? at - 1 : -1,
            "in" => IsMinutes(tokens[at]) && IsComing(tokens, at - 2) ? at - 1 : -1,
            "alle" or "vers" or "kl" => IsHour(tokens[at]) ? at - 1 : -1,
            "las" or "le" => at > 1 && tokens[at - 2].Key is "a" or "para" or "sobre" or "verso" or "per" && IsHour(tokens[at]) ? at - 2 : -1,
            _ => About.Contains(before) && IsHour(tokens[at]) && (at == 1 || !Asking.Contains(tokens[at - 2].Key)) ? at - 1 : -1,
        };
    }

    /// <summary>"9h", "9h30": the token after it; 0 where there is none.</summary>
    public static int EndOfHours(List<Token> tokens, int at)
    {
        if (!IsDigits(tokens[at]) || tokens[at].Value > MostHours || at + 1 == tokens.Count || tokens[at + 1] is not { Key: "h" } sign || sign.Start != tokens[at].End)
            return 0;
        return at + 2 < tokens.Count && IsDigits(tokens[at + 2]) && tokens[at + 2].Start == sign.End ? at + 3 : at + 2;
    }

    /// <summary>"For 7pm", "for 18:30": for nobody.</summary>
    public static bool IsFor(List<Token> tokens, int at) =>
        at > 0 && tokens[at] is { Kind: TokenKind.Noise } time && tokens[at - 1].Key == "for"
        && (time.Key.Contains(':', StringComparison.Ordinal) || (at + 1 < tokens.Count && tokens[at + 1].Key is "am" or "pm" or "oclock"));

    private static bool IsPartOfAnHour(Token token, string joint) =>
        token.Key == "quarter" || (joint == "past" && (token.Key == "half" || Minutes.Contains(token.Key) || (IsDigits(token) && token.Value % FewestMinutes == 0)));

    private static bool IsComing(List<Token> tokens, int at)
    {
        for (var first = Math.Max(0, at - Farthest); at >= first && !tokens[at].IsBreak; at--)
        {
            if (Coming.Contains(tokens[at].Key))
                return true;
        }

        return false;
    }

    private static bool IsClosed(List<Token> tokens, int at) =>
        at == tokens.Count || tokens[at].IsBreak || tokens[at].Kind == TokenKind.Emoji || Closing.Contains(tokens[at].Key);

    private static bool IsHour(Token token) => token.Kind == TokenKind.Word ? Hours.Contains(token.Key) : IsDigits(token) && token.Value is > 0 and <= MostHours;

    private static bool IsMinutes(Token token) => token.Kind == TokenKind.Word ? Minutes.Contains(token.Key) : IsDigits(token) && token.Value >= FewestMinutes;

    private static bool IsDigits(Token token) => token.Kind is TokenKind.Number or TokenKind.Noise && token.Key.Length > 0 && char.IsAsciiDigit(token.Key[0]);
}
