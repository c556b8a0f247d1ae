using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>"No wait", "make that", "scratch that", "the last one": the order so far is changed, or what was only spoken of is asked for.</summary>
internal static class EditPhrases
{
    public static Hypothesis Apply(Reader reader, in Hypothesis h, Segment segment) => segment.Cue switch
    {
        Cue.Correction when reader.Tokens[segment.Start].Key == "instead" && reader.EndsClause(segment.End) => Exchanges.Instead(reader, h),
        Cue.Correction when IsBehindMake(reader, segment) || IsBehindCancel(reader, h, segment) => h,
        Cue.Correction when TakenBack.Of(reader, h, segment) is { } left => LooseCounts.Use(reader, left) with { Edit = left.Missing == h.Missing ? Edit.Correct : left.Edit, Slot = Slot.Weak, Action = ModifierAction.Add, ActionOpen = false, With = false },
        Cue.Correction => LooseCounts.Use(reader, h) with { Edit = Edit.Correct, Action = ModifierAction.Add, ActionOpen = false, With = false },
        Cue.MakeThat => LooseCounts.Use(reader, h) with { Edit = Edit.MakeThat, Slot = Slot.Dish, Action = ModifierAction.Add, ActionOpen = false },
        Cue.Cancel => LooseCounts.Use(reader, h) with { Edit = Edit.Cancel, Slot = Slot.Closed },
        Cue.That or Cue.LastOne when h.Edit == Edit.Cancel && h.Lines is not null => h.WithLeft(h.Lines.Tail),
        Cue.LastOne when h.Current is { IsShare: true } or { IsRest: true } => Remainders.Rest(h),
        Cue.That when h is { Slot: Slot.Dish, Current: { Role: Role.Question or Role.Story } } && reader.RoleAt(segment.Start) is Role.Request => Promote(h, segment),
        _ => h,
    };

    // "No, make that 16 actually, the boys are starving": it was corrected already.
    private static bool IsBehindMake(Reader reader, Segment actually)
    {
        const int farthest = 4;
        if (reader.KeyAt(actually.Start) != "actually" || reader.IsNumber(actually.End) || reader.NamesDish(actually.End) || reader.NamesSize(actually.End))
            return false;
        for (var at = actually.Start - 1; at >= Math.Max(0, actually.Start - farthest) && !reader.Tokens[at].IsBreak; at--)
        {
            if (reader.Tokens[at].Key == "make")
                return true;
        }

        return false;
    }

    // "Scrap the tea actually, a scone instead": what goes is gone already, and what comes takes nobody else's place.
    private static bool IsBehindCancel(Reader reader, in Hypothesis h, Segment actually) =>
        h is { Removed: > 0, Last: SegmentKind.Item, Gap: Gap.None, Edit: Edit.None } && reader.KeyAt(actually.Start) is "actually" or "sorry" or "instead" && actually.End == actually.Start + 1 && reader.EndsClause(actually.End);

    // "The cake was great. Can I get two slices of it": what was only spoken of is now asked for.
    private static Hypothesis Promote(in Hypothesis h, Segment segment) => h.WithCurrent(h.Current! with { Role = Role.Request, Quantity = Math.Max(1, h.Count) }) with
    {
        Count = 0,
        CountAt = -1,
        Slot = Slot.Closed,
        Gap = Gap.None,
        Last = SegmentKind.Item,
    };
}
