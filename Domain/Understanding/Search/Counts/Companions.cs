using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>How many people a message is from: "there's four of us", "me and my brother", "my wife and I".</summary>
internal static class Companions
{
    // Nobody tells later than that who is eating.
    private const int Farthest = 120;

    private static readonly HashSet<string> Speaker = ["me", "i", "myself"];
    private static readonly HashSet<string> Leading = ["my", "the", "our"];

    /// <summary>0 where it is not said, or said of more than two without a number.</summary>
    public static int Named(Reader reader)
    {
        for (var at = 0; at + 2 < Math.Min(reader.Tokens.Count, Farthest); at++)
        {
            if (reader.Tokens[at + 1].Key == "of" && reader.Tokens[at + 2].Key == "us" && reader.NumberAt(at) is > 1 and var many)
                return many;

            // "We're four at the bar", "so we are three, …".
            if (reader.Tokens[at].Key is "weare" or "we're" && reader.NumberAt(at + 1) is > 1 and <= MostSaid and var few && IsAlone(reader, at + 2))
                return few;
            if (reader.Tokens[at].Key is "we" && reader.Tokens[at + 1].Key is "are" or "r" && reader.NumberAt(at + 2) is > 1 and <= MostSaid and var some && IsAlone(reader, at + 3))
                return some;
            if (!reader.IsPhrase(at + 1, Cue.And, Cue.With))
                continue;
            if (reader.Tokens[at].Key is "me" or "myself" && Leading.Contains(reader.Tokens[at + 2].Key) && IsOne(reader, at + 3))
                return 2;
            if (at > 0 && Speaker.Contains(reader.Tokens[at + 2].Key) && Leading.Contains(reader.Tokens[at - 1].Key) && IsOne(reader, at))
                return 2;
        }

        return Told(reader);
    }

    // "A burger for me, my friend wants a salad": the speaker, and everybody of whom it is said what they want.
    private static int Told(Reader reader)
    {
        var (others, speaks) = (0, false);
        for (var at = 0; at < Math.Min(reader.Tokens.Count, Farthest); at++)
        {
            var key = reader.Tokens[at].Key;
            speaks |= key is "ill" or "id" or "im" or "mine" || (key is "i" or "me");
            if (key == "my" && IsOne(reader, at + 1) && Wanting.Contains(reader.KeyAt(at + 2)))
                others++;
        }

        return speaks && others > 0 ? others + 1 : 0;
    }

    private static readonly HashSet<string> Wanting = ["want", "wants", "having", "have", "has", "gets", "will", "would", "needs", "fancies", "takes", "likes", "said", "says"];

    public const int MostSaid = 20;

    // No dish behind it: "we are two large colas short" counts nobody.
    private static bool IsAlone(Reader reader, int at) =>
        reader.EndsClause(at) || reader.Tokens[at].Key is "at" or "in" or "people" or "so" or "and" or "here" or "today" or "ppl";

    // "Me and my kids" may be any number, and "me, my wife and my son" are three.
    private static bool IsOne(Reader reader, int at) =>
        at < reader.Tokens.Count && reader.Tokens[at] is { Kind: Tokens.TokenKind.Word, Key: var who } && (!who.EndsWith('s') || who.EndsWith("ss", StringComparison.Ordinal) || who == "missus")
        && !(at + 1 < reader.Tokens.Count && reader.IsPhrase(at + 1, Cue.And, Cue.And) && Leading.Contains(reader.KeyAt(at + 2)));
}
