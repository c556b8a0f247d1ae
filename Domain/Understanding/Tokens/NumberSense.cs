using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Tokens;

/// <summary>Tells numbers that count dishes from those that name a time, price, phone, table, address or list position.</summary>
internal static class NumberSense
{
    private const int LargestCount = 999;
    private const int LongNumber = 6;

    private static readonly HashSet<string> Before =
    [
        "テーブル", "卓", "table", "tbl", "tisch", "tavolo", "mesa", "room", "zimmer", "rm", "number", "no.", "nr", "num", "#", "$", "€", "£", "¥",
        "at", "@", "by", "around", "apt", "apartment", "suite", "gate", "flat", "floor", "unit", "seat", "ticket", "confirmation",
        "until", "till", "before", "after", "since", "phone", "tel", "cell", "mobile", "zip", "building", "bldg", "locker", "bay",
        "buzzer", "bell", "door", "cabin", "dock", "desk", "pier", "berth", "pitch", "plot", "extension", "ext", "pin", "code", "ref", "bus", "route", "stand", "lane", "platform", "stall", "spot", "slot", "lot",
        "level", "kiosk", "booth", "day", "chambre", "habitacion", "camera", "stanza", "etage", "piso",
    ];

    private static readonly HashSet<string> After =
    [
        "am", "pm", "oclock", "uhr", "min", "mins", "minute", "minutes", "hour", "hours", "hr", "hrs", "people", "persons", "guests", "adults",
        "kids", "sharp", "ish", "dollars", "dollar", "bucks", "euro", "euros", "pounds",
        "quid", "yo", "forks", "spoons", "napkins", "straws", "chopsticks", "%", "percent", "€", "£", "$", "th", "nd", "rd", "st", "years", "year", "yr", "days", "day", "weeks", "times", "km", "miles",
        "minuten", "stunden", "minutos", "heures", "personen", "personas", "personnes", "persone", "ore", "年", "時", "時半", "分", "円", "名", "人",
    ];

    // What stands in nearly every German sentence and in no English one.
    private static readonly HashSet<string> German = ["und", "bitte", "ich", "wir", "mit", "ohne", "fur", "ein", "eine", "einen", "einmal", "zweimal", "heute", "morgen", "uhr", "danke", "noch", "abholen", "abholung"];

    // "The 2nd", but "2 St. George beers".
    private static readonly HashSet<string> Ordinals = ["th", "nd", "rd", "st"];

    private static readonly HashSet<string> Streets =
        ["street", "st", "road", "rd", "ct", "ln", "pkwy", "hwy", "parkway", "close", "avenue", "ave", "lane", "drive", "blvd", "boulevard", "highway", "strasse", "rue", "calle", "via", "square", "court", "terrace", "row", "crescent", "grove", "gardens", "mews", "quay", "wharf", "estate", "allee", "platz", "weg", "gasse", "piazza", "plaza", "avenida", "impasse", "quai", "corso", "viale"];

    // The number is behind them, and the name between.
    private static readonly HashSet<string> StreetsAbroad = ["calle", "rue", "avenida", "viale", "plaza", "piazza", "carrer", "rua"];

    // "Flat no. 5", "at no. 22", but "pickles: no. 2 cokes".
    private static readonly HashSet<string> BeforeNumbered = ["flat", "at", "house", "room", "door", "unit", "table", "seat", "juror", "apt", "apartment", "from", "to"];

    private static readonly HashSet<string> LeadsToAddress = ["to", "at", "address", "is", "from", "near", "deliver", "delivery", "a", "an", "nach", "en", "in"];

    private static readonly HashSet<string> BehindGuests =
    [
        "and", "are", "is", "so", "who", "will", "would", "want", "wants", "with", "under", "aged", "plus", "n", "at", "in", "on", "here", "coming", "have", "need", "please", "pls", "for", "to", "from", "of", "we",
        "can", "could", "that", "both", "each", "all", "if", "as", "was", "were", "u", "or", "&", "today", "tonight", "tomorrow", "too", "also", "age", "ages", "sharing", "share", "eating",
    ];

    private static readonly string[] Units = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static void Settle(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsOneIs(tokens, i))
                tokens[i] = tokens[i] with { Kind = TokenKind.Number, Key = "one", Value = 1 };
            if (tokens[i].Kind is TokenKind.Number && CountsNothing(tokens, i))
                tokens[i] = tokens[i] with { Kind = TokenKind.Noise };

            if (tokens[i] is { Kind: TokenKind.Number, Value: > 0 and < 50 } some && i + 1 < tokens.Count && tokens[i + 1] is { Key: "dozen" } dozen)
            {
                tokens[i] = some with { Length = dozen.End - some.Start, Key = "dozens", Value = 12 * some.Value };
                tokens.RemoveAt(i + 1);
            }

            // "Three hundred grams": an amount, as "300" is.
            if (i + 1 < tokens.Count && tokens[i + 1] is { Kind: TokenKind.Word, Key: "hundred" } hundred && Array.IndexOf(Units, tokens[i].Key) is >= 0 and var units)
            {
                tokens[i] = new(tokens[i].Start, hundred.End - tokens[i].Start, TokenKind.Noise, WordPool.Get($"{units + 1}00"), 100 * (units + 1));
                tokens.RemoveAt(i + 1);
            }

            if (tokens[i].Kind is TokenKind.Noise && i > 0 && (LeadsToAddress.Contains(tokens[i - 1].Key) || StandsAlone(tokens, i)))
                BlankStreet(tokens, i);
            if (Addresses.EndOf(tokens, i) is > 0 and var end)
                Blank(tokens, i, end);
            if (ClockTimes.EndOfHours(tokens, i) is > 0 and var later)
                Blank(tokens, i, later);
            if (ClockTimes.StartOf(tokens, i) is >= 0 and var time)
                Blank(tokens, time, i + 1);
            if (ClockTimes.IsFor(tokens, i))
                Blank(tokens, i - 1, i + 1);
        }
    }

    // "To 77 Pine Avenue": nobody asks for pineapple.
    private static void BlankStreet(List<Token> tokens, int number)
    {
        Blank(tokens, number + 1, StreetAfter(tokens, number) + 1);
    }

    private static void Blank(List<Token> tokens, int start, int end)
    {
        for (; start < end; start++)
            tokens[start] = tokens[start] with { Kind = TokenKind.Noise, Key = "" };
    }

    // "…, 14 Willow Close, …"
    private static bool StandsAlone(List<Token> tokens, int number) =>
        tokens[number - 1].IsBreak && StreetAfter(tokens, number) is var street && street > number && (street + 1 == tokens.Count || tokens[street + 1].IsBreak);

    private static bool CountsNothing(List<Token> tokens, int i)
    {
        var number = tokens[i];
        return number.Value is 0 or > LargestCount
            || (i > 0 && tokens[i - 1] is { Kind: TokenKind.Word } before && Before.Contains(before.Key) && !IsKept(tokens, i))
            || (i + 1 < tokens.Count && tokens[i + 1] is { Kind: TokenKind.Word } after && After.Contains(after.Key) && !IsKidsMeal(tokens, i + 1) && !IsWeight(tokens, i + 1) && (after.Start == number.End || !Ordinals.Contains(after.Key)))
            || IsGermanHour(tokens, i)
            || IsOrderNumber(tokens, i)
            || IsListPosition(tokens, i)
            || IsHeading(tokens, i)
            || IsNumbered(tokens, i)
            || IsStreetAbroad(tokens, i)
            || IsPartOfLongNumber(tokens, i)
            || IsHouseNumber(tokens, i);
    }

    // "Two lattes, one's with oat milk", typed as "ones" as well.
    private static bool IsOneIs(List<Token> tokens, int i) =>
        tokens[i] is { Kind: TokenKind.Word, Key: "ones" } && i > 1 && i + 1 < tokens.Count && tokens[i - 1].Kind == TokenKind.Comma
        && (tokens[i].Length == "one's".Length || tokens[i + 1].Key is "with" or "without" or "w" or "wo" or "no" or "just" or "plain");

    // "Put by 2 loaves for me."
    private static bool IsKept(List<Token> tokens, int i) => tokens[i - 1].Key == "by" && i > 1 && tokens[i - 2].Key is "put" or "lay";

    // "2 pounds" are a price, "2 pounds of brisket" are not.
    private static bool IsWeight(List<Token> tokens, int i) => tokens[i].Key == "pounds" && i + 1 < tokens.Count && tokens[i + 1].Key == "of";

    // "2 kids" are guests, "2 kids meals" are not.
    private static bool IsKidsMeal(List<Token> tokens, int i) =>
        tokens[i].Key == "kids" && i + 1 < tokens.Count && tokens[i + 1] is { Kind: TokenKind.Word } next && !BehindGuests.Contains(next.Key);

    // "Um 7", but "um 3 pittas" of somebody who thinks.
    private static bool IsGermanHour(List<Token> tokens, int i) =>
        i > 0 && tokens[i - 1].Key == "um" && (i + 1 == tokens.Count || tokens[i + 1].Kind != TokenKind.Word || tokens.Exists(token => German.Contains(token.Key)));

    // "Order 4711 is late", but "I'd like to order 2 burgers".
    private static bool IsOrderNumber(List<Token> tokens, int i) =>
        i > 0 && tokens[i - 1].Key == "order"
        && (tokens[i].Value >= 100 || i + 1 == tokens.Count || tokens[i + 1].Kind != TokenKind.Word || tokens[i + 1].Key is "is" or "was" or "has");

    // "1. burger", "2) coke": a number and a mark at the beginning of a line; a bracket that nothing opened marks it anywhere.
    private static bool IsListPosition(List<Token> tokens, int i) =>
        (i == 0 || tokens[i - 1].Kind == TokenKind.Line || (i + 1 < tokens.Count && tokens[i + 1].Key == Token.Close && !IsInBrackets(tokens, i)))
        && i + 2 < tokens.Count
        && tokens[i + 1] is { Kind: TokenKind.Stop } or { Key: Token.Colon or Token.Close } && tokens[i + 1] is var mark && mark.Start == tokens[i].End
        && tokens[i + 2].Start > mark.End;

    // "Bowl 1 - …. Bowl 2 - …": the number before or behind it stands in the same place.
    private static bool IsHeading(List<Token> tokens, int i)
    {
        const int farthest = 60;
        if (!IsHeaded(tokens, i))
            return false;
        var word = tokens[i - 1].Key;
        for (var at = Math.Max(1, i - farthest); at < Math.Min(tokens.Count, i + farthest); at++)
        {
            if (Math.Abs(tokens[at].Value - tokens[i].Value) == 1 && tokens[at - 1].Key == word && tokens[at - 1].Kind == TokenKind.Word && IsHeaded(tokens, at))
                return true;
        }

        return false;
    }

    private static bool IsNumbered(List<Token> tokens, int i) =>
        i > 2 && tokens[i - 1].Kind == TokenKind.Stop && tokens[i - 2] is { Key: "no" } no && no.End == tokens[i - 1].Start && BeforeNumbered.Contains(tokens[i - 3].Key);

    // "Calle Los Cedros 214".
    private static bool IsStreetAbroad(List<Token> tokens, int i)
    {
        const int longest = 4;
        for (var at = i - 1; at >= Math.Max(0, i - longest) && tokens[at].Kind == TokenKind.Word; at--)
        {
            if (StreetsAbroad.Contains(tokens[at].Key))
                return at < i - 1;
        }

        return false;
    }

    private static bool IsHeaded(List<Token> tokens, int i) =>
        tokens[i] is { Kind: TokenKind.Number or TokenKind.Noise, Value: > 0 and < 20 } && i > 0 && i + 2 < tokens.Count && tokens[i - 1].Kind == TokenKind.Word && tokens[i + 1].IsBreak && (i == 1 || tokens[i - 2].IsBreak);

    private static bool IsInBrackets(List<Token> tokens, int i)
    {
        const int farthest = 10;
        for (var at = i - 1; at >= Math.Max(0, i - farthest); at--)
        {
            if (tokens[at].Key == Token.Close)
                return false;
            if (tokens[at].Key == Token.Open)
                return true;
        }

        return false;
    }

    // "555 0134 22": three groups of digits in a row, or two with four digits in one, are a phone number.
    private static bool IsPartOfLongNumber(List<Token> tokens, int i)
    {
        var digits = IsDigits(tokens[i]) ? tokens[i].Length : 0;
        for (var j = i; digits < LongNumber && j > 0 && IsDigits(tokens[j - 1]) && tokens[j].Start - tokens[j - 1].End <= 1; j--)
            digits += tokens[j - 1].Length;
        for (var j = i + 1; digits < LongNumber && j < tokens.Count && IsDigits(tokens[j]) && tokens[j].Start - tokens[j - 1].End <= 1; j++)
            digits += tokens[j].Length;
        return digits >= LongNumber;
    }

    private static bool IsHouseNumber(List<Token> tokens, int i) => StreetAfter(tokens, i) > i;

    private static int StreetAfter(List<Token> tokens, int i)
    {
        for (var j = i + 1; j < Math.Min(i + 4, tokens.Count) && tokens[j].Kind == TokenKind.Word; j++)
        {
            // "12 oz Beet Street" is a drink.
            if (j == i + 1 && (tokens[j].Key == "x" || Measures.IsAmount(tokens[j].Key)))
                return -1;

            // "3 street tacos" are no address.
            if (Streets.Contains(tokens[j].Key) && (j > i + 1 || j + 1 == tokens.Count || tokens[j + 1].Kind != TokenKind.Word) && !IsStreetFood(tokens, j))
                return j;
        }

        return -1;
    }

    // "3 chicken street tacos", "2 large third street cobbs": a plural goes on behind the street.
    private static bool IsStreetFood(List<Token> tokens, int street) =>
        tokens[street].Key == "street" && street + 1 < tokens.Count && tokens[street + 1] is { Kind: TokenKind.Word, Key: [_, _, _, .., 's'] or "corn" or "taco" or "food" and not ("please" or "thanks" or "cheers") };

    private static bool IsDigits(Token token) => token.Kind is TokenKind.Number or TokenKind.Noise && token.Key.Length > 0 && char.IsAsciiDigit(token.Key[0]);
}
