using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Talk;

namespace Restaurant.Domain.Understanding.Search.Extras;

/// <summary>"With", "no", "extra", "instead of", "on the side": what is done with the extra that comes, or with the one that came.</summary>
internal static class ActionPhrases
{
    public static Hypothesis Apply(Reader reader, in Hypothesis h, Segment segment) => segment.Cue switch
    {
        Cue.With => Start(reader, Stories.Adding.Contains(reader.Tokens[segment.Start].Key) ? h with { Fresh = 0 } : h, ModifierAction.Add, segment) with
        {
            With = true,
            Exchange = h.Exchange == Exchange.OutThenIn ? Exchange.None : h.Exchange,
            Slot = SaysWhere(reader, segment) ? Slot.Weak : Slot.Part,
        },
        Cue.Remove when Exceptions.Changes(reader, h, segment) => PhraseSteps.Joined(h, Gap.Comma) with { With = false, Edit = Edit.Change },
        Cue.Remove => Start(reader, h, ModifierAction.Remove, segment),
        Cue.Extra when h.Count > 1 && reader.Tokens[segment.Start].Key == "lots" => h,
        Cue.Extra when h is { Last: SegmentKind.Modifier, Gap: Gap.None } && reader.KeyAt(segment.End) is "in" or "im" => AfterWords.Apply(reader, h, ModifierAction.Extra),
        Cue.Extra => Start(reader, h, ModifierAction.Extra, segment),
        Cue.Light when h is { Last: SegmentKind.Modifier, ActionOpen: false } && reader.EndsClause(segment.End) && reader.KeyAt(segment.Start) is "not" or "but" => AfterWords.Apply(reader, h, ModifierAction.Light),
        Cue.Light => Start(reader, h, ModifierAction.Light, segment),
        Cue.RemoveAfter when reader.Tokens[segment.Start].Key == "out" && !reader.EndsClause(segment.End) => h,
        Cue.RemoveAfter => AfterWords.Apply(reader, h, ModifierAction.Remove),
        Cue.ExtraAfter => AfterWords.Apply(reader, h, ModifierAction.Extra),
        Cue.LightAfter => AfterWords.Apply(reader, h, ModifierAction.Light),
        Cue.SideAfter => AfterWords.Apply(reader, OneEach.SaidOfAll(h), ModifierAction.Side),
        Cue.SideOf => h with { SideOf = true, Slot = Slot.Dish, Action = ModifierAction.Add, ActionOpen = false, With = false },
        Cue.InsteadOf => h with { Exchange = Exchange.OutNext, Action = ModifierAction.Remove, ActionOpen = true, With = false, Slot = Slot.Closed },
        Cue.InsteadOfAfter => AfterWords.Apply(reader, h, ModifierAction.Remove),
        Cue.Swap => Start(reader, h, ModifierAction.Remove, segment) with { Exchange = Exchange.OutThenIn },
        Cue.Substitute => Start(reader, h, ModifierAction.Add, segment) with { Exchange = Exchange.InThenOut },
        Cue.Neither when h is { Fresh: 0, Current.Item: >= 0 and var bare } && reader.OffersNext(bare, segment.End) => Start(reader, h, ModifierAction.Remove, segment) with { Reach = reader.Tokens[segment.Start].Key == "none" ? Reach.All : Reach.Both, JustSplit = false },
        Cue.OnNone => AfterWords.NoneOfTheRest(reader, h),
        Cue.Neither => AfterWords.Neither(reader, h),
        _ => h,
    };

    /// <summary>Opens an action; what it is done to is due.</summary>
    public static Hypothesis Start(Reader reader, in Hypothesis h, ModifierAction action, Segment segment) => Dangling.NameMissing(reader, h, segment.Start) with
    {
        Action = action,
        ActionOpen = true,
        ActionAt = segment.Start,
        Slot = Slot.Part,
        With = h.With && action != ModifierAction.Remove,
        Article = false,
    };

    /// <summary>"… for bacon": the other side of a swap.</summary>
    public static Hypothesis Swapped(in Hypothesis h) => h.Exchange switch
    {
        Exchange.OutThenIn => h with { Exchange = Exchange.None, Action = ModifierAction.Add, ActionOpen = true, Slot = Slot.Part },
        Exchange.InThenOut => h with { Exchange = Exchange.OutNext, Action = ModifierAction.Remove, ActionOpen = true, Slot = Slot.Part },
        _ => h with { Slot = Slot.Weak },
    };

    /// <summary>"Swap the ham for bacon and the pineapple for peppers", "sub bacon for ham and …": as with the two before.</summary>
    public static Hypothesis? SwapsMore(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { Last: SegmentKind.Modifier, Exchange: Exchange.None, Current: { Item: >= 0 and var dish, Modifiers: { Head: var one, Tail: { Head.Action: var last, Tail.Head.Action: var first } others } } swapped }
            || one.Segment.End != segment.Start || !reader.OffersNext(dish, reader.IsPhrase(segment.End, Cue.Article, Cue.Article) ? segment.End + 1 : segment.End) || (first, last) is not ((ModifierAction.Remove, ModifierAction.Add) or (ModifierAction.Add, ModifierAction.Remove)))
        {
            return null;
        }

        return h.WithCurrent(swapped with { Modifiers = others.Push(one with { Action = first }) }).Gain(0.3) with { Action = last, ActionOpen = true, ActionAt = segment.Start, Slot = Slot.Part };
    }

    // "In cash", "in the blue car": most of what is in something is no extra.
    private static bool SaysWhere(Reader reader, Segment segment) => segment.End == segment.Start + 1 && reader.Tokens[segment.Start].Key is "in" or "on" or "over" or "auf" or "sur" or "su" or "sobre";
}
