using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search.Counts;

/// <summary>"There are five of us, everyone wants a cola", "a tea for everybody": as many as there are people, where the message says how many.</summary>
internal static class Everyone
{
    // Who is left out is said right behind the dish.
    private const int FarthestName = 6;

    private static readonly HashSet<string> All = ["everyone", "everybody", "evryone", "everyones", "everybodys", "all"];
    private static readonly HashSet<string> Wanting = ["want", "wants", "having", "have", "get", "gets", "getting", "will", "would", "is", "needs", "need", "fancies", "fancy", "taking", "takes", "going"];

    /// <summary>Null where the words say nothing of everybody.</summary>
    public static Hypothesis? Take(Reader reader, in Hypothesis h, Segment segment) =>
        Want(reader, h, segment) ?? Pair(reader, h, segment) ?? Have(reader, h, segment) ?? SoMany(reader, h, segment) ?? Except(reader, h, segment);

    // "Everyone wants": each dish that follows is wanted by all; null where somebody else is spoken of, or it is not said how many they are.
    private static Hypothesis? Want(Reader reader, in Hypothesis h, Segment segment)
    {
        if (!All.Contains(reader.Tokens[segment.Start].Key) || segment.End >= reader.Tokens.Count || !Wanting.Contains(reader.Tokens[segment.End].Key))
            return null;
        return Companions.Named(reader) is > 1 and var people ? LooseCounts.Use(reader, h) with { Portions = people, Slot = Slot.Dish } : null;
    }

    // "Tom and me diavola": one each, where it is not counted.
    private static Hypothesis? Pair(Reader reader, in Hypothesis h, Segment segment)
    {
        var (at, end) = (segment.Start, segment.End);
        if (at < 2 || end != at + 1 || reader.Tokens[at].Key is not ("me" or "i" or "myself") || reader.Tokens[at - 1].Key is not ("and" or "&") || !reader.IsCapital(at - 2) || !Owners.IsName(reader, at - 2))
            return null;
        var isHead = at == 2 || reader.Tokens[at - 3].IsBreak || reader.Tokens[at - 3].Key is "for" or "and";
        return isHead && reader.NamesDish(end) && h is { Run: < 0, Count: 0 } ? LooseCounts.Use(reader, h) with { Count = 2, CountAt = at, Slot = Slot.Dish, Last = SegmentKind.Number } : null;
    }

    // "A cola for everyone": the one that was just named, for all.
    private static Hypothesis? Have(Reader reader, in Hypothesis h, Segment segment)
    {
        if (reader.Tokens[segment.End - 1].Key is not ("everyone" or "everybody") || segment.Start == 0 || (segment.End == segment.Start + 1 && reader.Tokens[segment.Start - 1].Key != "for"))
            return null;
        if (h is not { Gap: Gap.None, Last: SegmentKind.Item or SegmentKind.Size or SegmentKind.Modifier, Current: { Item: >= 0, Quantity: 1, IsShare: false, Role: not (Role.Question or Role.Story) } dish } || Companions.Named(reader) is not (> 1 and var people))
            return null;
        return h.WithCurrent(dish with { Quantity = people }).Gain(0.5);
    }

    // "Teas for all four of us": uncounted, so one for each of them. "A cake for all four" is one.
    private static Hypothesis? SoMany(Reader reader, in Hypothesis h, Segment segment)
    {
        if (reader.Tokens[segment.Start].Key != "for" || reader.KeyAt(segment.Start + 1) is not "all" || reader.NumberAt(segment.Start + 2) is not (> 1 and <= Companions.MostSaid and var people))
            return null;
        return h is { Gap: Gap.None, Last: SegmentKind.Item or SegmentKind.Size or SegmentKind.Modifier, Current: { Item: >= 0, Quantity: 1, IsShare: false, IsCounted: false, Role: not (Role.Question or Role.Story) } dish }
            && reader.KeyAt(dish.NameStart - 1) is not ("a" or "an") && reader.KeyAt(dish.NameStart - 2) is not ("a" or "an") && (reader.EndsClause(segment.Start + 3) || reader.KeyAt(segment.Start + 3) is "of" or "and")
            ? h.WithCurrent(dish with { Quantity = people }).Gain(0.5)
            : null;
    }

    // "… except Tom": one fewer for each name; null where what is left out is nobody.
    private static Hypothesis? Except(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { Portions: > 1, Gap: Gap.None or Gap.Comma, Current: { Item: >= 0 } dish } || dish.Quantity != h.Portions || reader.Tokens[segment.Start].Key is not ("except" or "but" or "apart" or "bar" or "other"))
            return null;
        var (names, at) = (0, segment.End);
        for (; at < Math.Min(segment.End + FarthestName, reader.Tokens.Count) && names < dish.Quantity; at++)
        {
            if (reader.IsCapital(at) && Owners.IsName(reader, at))
                names++;
            else if (names == 0 && reader.Tokens[at].Key == "for")
                continue;
            else if (reader.Tokens[at].Key is not ("and" or "&"))
                break;
        }

        return names == 0 || names >= dish.Quantity ? null : h.WithCurrent(dish with { Quantity = dish.Quantity - names }).Gain(1) with { Portions = 1, Gap = Gap.Comma, Slot = Slot.Closed };
    }
}
