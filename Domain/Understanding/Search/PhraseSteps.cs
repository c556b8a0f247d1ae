using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>What the small words do: open a slot, set an action, change the reach, begin an edit.</summary>
internal static class PhraseSteps
{
    private static readonly HashSet<string> Putting = ["put", "add", "stick", "chuck", "pop", "throw", "bung", "whack"];
    private static readonly HashSet<string> Asking = ["gonna", "going", "want", "have", "having", "need", "would", "will", "take"];

    public static void Take(Reader reader, Hypothesis h, Segment segment)
    {
        if (segment.Cue is Cue.With or Cue.Remove or Cue.Extra or Cue.Light)
            h = LooseCounts.UsePieces(reader, h);
        if (SharePhrases.TryTake(reader, h, segment))
            return;

        // "With salad but onion": what comes behind may be left out, or be something else.
        if (segment.Cue == Cue.But && h is { Last: SegmentKind.Modifier, Action: ModifierAction.Add, Current.Modifiers: not null })
        {
            reader.Next.Add((StartAction(reader, h, ModifierAction.Remove, segment) with { With = false }).Gain(-0.1));
            h = h.Gain(-0.3);
        }

        SharePhrases.Offer(reader, h, segment);

        // "Ketchup on one of the large ones."
        if (segment.Cue == Cue.OnOne && (Places.IsOfSome(reader, segment.End) || Places.IsOfOrdered(reader, h, segment.End)))
        {
            reader.Next.Add(h with { Count = 1, CountAt = segment.End - 1 });
            return;
        }

        // "With salad, actually no salad."
        if (segment.Cue == Cue.Correction && reader.Tokens[segment.End - 1].Key == "no" && h.Current is { Item: >= 0 } dressed && MayLeaveOut(reader, h, dressed, segment.End))
            reader.Next.Add(StartAction(reader, h, ModifierAction.Remove, segment).Gain(0.3) with { With = false });

        if (segment.Cue is Cue.OnOne or Cue.OnTheOther or Cue.SideAfter && Halves.AreNamed(reader, h))
        {
            reader.Next.Add(h);
            return;
        }

        reader.Next.Add(segment.Cue is Cue.Half or Cue.OnOne or Cue.OnTheOther or Cue.OnThe or Cue.OneOfEach
            ? Shares.Apply(h, segment.Cue)
            : Apply(reader, h, segment));
    }

    private static Hypothesis Apply(Reader reader, Hypothesis h, Segment segment) => segment.Cue switch
    {
        Cue.Common when h.Current is { IsShare: true } && reader.Tokens[segment.Start].Key == "other" && reader.IsPhrase(segment.End, Cue.With, Cue.Remove) => Remainders.Rest(h),
        Cue.Common when ItemEdits.CountsNext(reader, h, segment) => LooseCounts.Use(reader, h) with { Edit = Edit.MakeThat, Article = false, With = false, ActionOpen = false, Action = ModifierAction.Add },
        Cue.Common when h.Slot == Slot.Dish && reader.Tokens[segment.Start].Key is "me" or "us" => h,
        Cue.Topic when h.Count > 0 && h.CountAt == segment.Start - 1 && reader.Tokens[segment.Start].Key is "bag" or "bags" && (reader.NamesSize(segment.End) || reader.NamesDish(segment.End)) => h,
        Cue.Common or Cue.Topic => LooseCounts.Use(reader, h) with { Slot = Slot.Closed, Article = false },
        Cue.Question when reader.RoleAt(segment.Start) == Role.Request => LooseCounts.Use(reader, h) with { Slot = Slot.Dish, Article = false, With = false, ActionOpen = false, Edit = Edit.None, Gap = Gap.Comma },
        Cue.Question or Cue.Story => LooseCounts.Use(reader, h) with { Slot = Slot.Closed, Article = false, With = false, ActionOpen = false, Edit = segment.Cue == Cue.Story && h.Edit == Edit.Correct ? Edit.Correct : Edit.None },
        Cue.Generic when ItemKinds.IsServedOtherwise(reader, h, segment) => h.WithCurrent(h.Current! with { Item = -1, Candidates = [], End = segment.End }) with { Slot = Slot.Closed, Last = SegmentKind.Unknown },
        Cue.Generic or Cue.Vague when IsOfNothing(reader, h, segment) => h.JustSplit ? Remainders.Plain(h) with { ActionOpen = false, Action = ModifierAction.Add } : h with { ActionOpen = false, Action = ModifierAction.Add, Slot = Slot.Closed },
        Cue.Generic when ModifierKinds.LeavesOut(reader, h, segment) => Runs.Report(reader, h with { Slot = Slot.Part }, segment.Start, segment.End),
        Cue.Generic when Headings.Counts(reader, h, segment) => h with { Count = 0, CountAt = -1, Article = false, Slot = Slot.Dish },
        Cue.Generic => h with { Slot = h.Slot == Slot.Dish ? Slot.Weak : h.Slot },
        Cue.Article => Article(reader, h, reader.Tokens[segment.Start].Key),
        Cue.Request => Unused(LooseCounts.Use(reader, h)) with
        {
            Slot = Slot.Dish,
            AskedAt = segment.Start,
            Action = ModifierAction.Add,
            ActionOpen = false,
            With = false,
            Gap = h.Gap == Gap.Stop ? Gap.Stop : Gap.Comma,
            Article = false,
        },
        Cue.With => StartAction(reader, Putting.Contains(reader.Tokens[segment.Start].Key) ? h with { Fresh = 0 } : h, ModifierAction.Add, segment) with
        {
            With = true,
            Exchange = h.Exchange == Exchange.OutThenIn ? Exchange.None : h.Exchange,
            Slot = SaysWhere(reader, segment) ? Slot.Weak : Slot.Part,
        },
        Cue.And when ItemEdits.ChangesMore(reader, segment) => Joined(LooseCounts.Use(reader, h), Gap.And) with { Edit = Edit.MakeThat, ActionOpen = false, Action = ModifierAction.Add },
        Cue.And => Joined(Dangling.Settle(reader, LooseCounts.Use(reader, CountedSizes.Keep(reader, h, segment.End)), segment.Start), Gap.And),
        Cue.Or => Joined(h, Gap.Or),
        Cue.But => Joined(h, Gap.Comma) with { With = false, Edit = h.JustCopied ? Edit.Change : h.Edit },
        Cue.For when SwapsMore(reader, h, segment) is { } swapped => swapped,
        Cue.For when h.Exchange == Exchange.None && reader.KeyAt(segment.End) == "the" => Shares.Apply(h, Cue.OnThe),
        Cue.For => Swapped(h),
        Cue.ForPerson when reader.Tokens[segment.End - 1].Key == "us" && segment.End > 3 && reader.Tokens[segment.End - 3].Key == "two" && !IsBeforeDish(h) => Portions.ForBoth(reader, h, segment),
        Cue.ForPerson => LooseCounts.Use(reader, h) with { Portions = 1, AskedAt = segment.Start, Slot = h.Slot == Slot.Dish ? Slot.Dish : Slot.Weak, Action = ModifierAction.Add, ActionOpen = false, With = false, Gap = Gap.Comma },
        Cue.Remove when Exceptions.Changes(reader, h, segment) => Joined(h, Gap.Comma) with { With = false, Edit = Edit.Change },
        Cue.Remove => StartAction(reader, h, ModifierAction.Remove, segment),
        Cue.Extra when h.Count > 1 && reader.Tokens[segment.Start].Key == "lots" => h,
        Cue.Extra when h is { Last: SegmentKind.Modifier, Gap: Gap.None } && reader.KeyAt(segment.End) is "in" or "im" => AfterWords.Apply(reader, h, ModifierAction.Extra),
        Cue.Extra => StartAction(reader, h, ModifierAction.Extra, segment),
        Cue.Light => StartAction(reader, h, ModifierAction.Light, segment),
        Cue.RemoveAfter when reader.Tokens[segment.Start].Key == "out" && !reader.EndsClause(segment.End) => h,
        Cue.RemoveAfter => AfterWords.Apply(reader, h, ModifierAction.Remove),
        Cue.ExtraAfter => AfterWords.Apply(reader, h, ModifierAction.Extra),
        Cue.LightAfter => AfterWords.Apply(reader, h, ModifierAction.Light),
        Cue.SideAfter => AfterWords.Apply(reader, OneEach.SaidOfAll(h), ModifierAction.Side),
        Cue.SideOf => h with { SideOf = true, Slot = Slot.Dish, Action = ModifierAction.Add, ActionOpen = false, With = false },
        Cue.Descriptor or Cue.AsItComes or Cue.InsteadOf when h.JustSplit && Remainders.IsPlain(reader, segment) => Remainders.Bare(reader, h, segment),
        Cue.InsteadOf => h with { Exchange = Exchange.OutNext, Action = ModifierAction.Remove, ActionOpen = true, With = false, Slot = Slot.Closed },
        Cue.InsteadOfAfter => AfterWords.Apply(reader, h, ModifierAction.Remove),
        Cue.Swap => StartAction(reader, h, ModifierAction.Remove, segment) with { Exchange = Exchange.OutThenIn },
        Cue.Substitute => StartAction(reader, h, ModifierAction.Add, segment) with { Exchange = Exchange.InThenOut },
        Cue.Neither when h is { Fresh: 0, Current.Item: >= 0 and var bare } && reader.OffersNext(bare, segment.End) => StartAction(reader, h, ModifierAction.Remove, segment) with { Reach = reader.Tokens[segment.Start].Key == "none" ? Reach.All : Reach.Both, JustSplit = false },
        Cue.OnNone => AfterWords.NoneOfTheRest(reader, h),
        Cue.Neither => AfterWords.Neither(reader, h),
        Cue.Respectively => Respectively.Take(reader, h, segment) ?? h.Doubt("which one is meant is not clear"),
        Cue.OfEach => Portions.OfEach(reader, h, segment),
        Cue.BothOfUs when IsBeforeDish(h) => Unused(LooseCounts.Use(reader, h)) with { Portions = 2, Slot = Slot.Dish },
        Cue.BothOfUs => Portions.ForBoth(reader, h, segment),
        Cue.Both when segment.End < reader.Tokens.Count && Asking.Contains(reader.Tokens[segment.End].Key) => h with { Portions = 2 },
        Cue.All when reader.Tokens[segment.Start].Key == "each" && Asking.Contains(reader.KeyAt(segment.End)) && IsOfTwo(reader, segment.Start) => h with { Portions = 2 },
        Cue.All when h.Count > 0 && h.CountAt == segment.Start - 1 && reader.Tokens[segment.Start].Key == "each" => Portions.SoManyEach(reader, h, segment),
        Cue.All when IsEach(reader, h, segment) => Portions.Each(reader, h),
        Cue.All or Cue.Everything when HeadOfList.MayBegin(reader, h, segment.End) => h with { Reach = Reach.All },
        Cue.Both when h.Lines is null => h.Doubt("both, before anything is named") with { Reach = Reach.Both },
        Cue.Everything when h is { Edit: Edit.None, Current.Item: >= 0 } && (Reaching.OverEverything(reader, h, segment) is { } everywhere) => everywhere,
        Cue.Everything when h is { ActionOpen: true, Edit: Edit.None } => h.Doubt("everything is no extra"),
        Cue.Both when reader.Tokens[segment.Start].Key == "for" && h is { Gap: Gap.None, Last: SegmentKind.Item or SegmentKind.Size } => Portions.ForBoth(reader, h, segment),
        Cue.Both when reader.Tokens[segment.Start].Key is "with" or "for" && reader.EndsClause(segment.End) && h is { Last: SegmentKind.Item or SegmentKind.Size, Gap: Gap.None, Lines.Tail: not null } => Portions.Each(reader, h),
        Cue.All or Cue.Both when reader.KeyAt(segment.Start - 1) == "with" && reader.EndsClause(segment.End) && h is { Last: SegmentKind.Item or SegmentKind.Size, Gap: Gap.None, Lines.Tail: not null } => Portions.Each(reader, h with { ActionOpen = false, With = false }),
        Cue.Both when ReachPhrases.OfBothBefore(reader, h, segment) is { } ofBoth => ofBoth,
        Cue.Both => ReachPhrases.Take(reader, OneEach.SaidOfAll(h), segment, Reach.Both),
        Cue.All when h.Lines is not null => ReachPhrases.Take(reader, h, segment, Reaching.OfAll(h)),
        Cue.Rest when h.JustCopied && reader.KeyAt(segment.Start - 1) is "like" or "as" => h,
        Cue.Rest when reader.IsNumber(segment.End) => Remainders.Rest(h) with { Skip = segment.End },
        Cue.Rest => Remainders.Rest(h),
        Cue.AsOther => Copies.Told(reader, h, segment),
        Cue.SameAgain when Copies.SameSize(reader, h, segment.End) is { } asLarge => asLarge,
        Cue.SameAgain when Copies.IsOfElse(reader, segment.End) => h with { Slot = Slot.Closed },
        Cue.SameAgain when h.Lines is null && reader.Tokens[segment.End - 1].Key is "me" or "for" && Portions.ForTwo(reader, segment.End - (reader.Tokens[segment.End - 1].Key == "me" ? 1 : 0)) => h with { Portions = 2, Slot = Slot.Closed },
        Cue.SameAgain when h.Lines is null => h.Doubt("the same, before anything is named"),
        Cue.SameAgain when Copies.IsWhy(reader, segment.Start) || Copies.IsSaid(reader, h, segment.Start) => h,
        Cue.SameAgain when Copies.OfKind(reader, h, segment.End) is { } same => same,
        Cue.SameAgain => Copies.Like(reader, h) ?? Copies.Same(reader, h) ?? Copies.Of(h, 0, isBare: false),
        Cue.AnotherOne => Copies.Of(h, 1, isBare: reader.IsPhrase(segment.End, Cue.With, reader.EndsClause(segment.End + 1) ? Cue.Remove : Cue.With) || Copies.IsOfItsOwn(reader, h, segment.End, isInstead: true)),
        Cue.Correction when reader.Tokens[segment.Start].Key == "instead" && reader.EndsClause(segment.End) => Exchanges.Instead(reader, h),
        Cue.Correction when TakenBack.Of(reader, h, segment) is { } left => LooseCounts.Use(reader, left) with { Edit = left.Missing == h.Missing ? Edit.Correct : left.Edit, Slot = Slot.Weak, Action = ModifierAction.Add, ActionOpen = false, With = false },
        Cue.Correction => LooseCounts.Use(reader, h) with { Edit = Edit.Correct, Action = ModifierAction.Add, ActionOpen = false, With = false },
        Cue.MakeThat => LooseCounts.Use(reader, h) with { Edit = Edit.MakeThat, Slot = Slot.Dish, Action = ModifierAction.Add, ActionOpen = false },
        Cue.Cancel => LooseCounts.Use(reader, h) with { Edit = Edit.Cancel, Slot = Slot.Closed },
        Cue.That or Cue.LastOne when h.Edit == Edit.Cancel && h.Lines is not null => h.WithLeft(h.Lines.Tail),
        Cue.Filler when (h.JustCopied || h.Edit == Edit.Correct) && reader.Tokens[segment.Start].Key is "just" or "only" && h.Current is { Item: >= 0 } copied && reader.OffersNext(copied.Item, segment.End) && !Copies.IsOfItsOwn(reader, h, segment.End, isInstead: false) => h.WithCurrent(copied with { Modifiers = null }),
        Cue.LastOne when h.Current is { IsShare: true } or { IsRest: true } => Remainders.Rest(h),
        Cue.Everything when h.Edit == Edit.Cancel => h.WithLeft(null) with { Missing = null },
        Cue.That when h is { Slot: Slot.Dish, Current: { Role: Role.Question or Role.Story } } && reader.RoleAt(segment.Start) is Role.Request => Promote(h, segment),
        Cue.Descriptor when reader.Tokens[segment.Start].Key == "black" && h is { JustSplit: true, Current.Item: >= 0 } => Remainders.Black(reader, h, segment),
        Cue.Descriptor or Cue.AsItComes when Another.Plain(reader, h, segment) is { } plain => plain,
        Cue.Descriptor or Cue.AsItComes when h.JustCopied && Remainders.IsPlain(reader, segment) => h.WithCurrent(h.Current! with { Modifiers = null }) with { JustCopied = false },
        Cue.Vague when reader.NamesDish(segment.End) => h with { Slot = Slot.Dish },
        Cue.Vague => h with { Run = segment.Start, RunHasFood = true, Slot = h.Slot == Slot.Closed ? Slot.Closed : Slot.Dish },
        _ => h,
    };

    // "One without anything", "no toppings": nothing that could be left out by name.
    private static bool IsOfNothing(Reader reader, in Hypothesis h, Segment segment) =>
        h is { ActionOpen: true, Action: ModifierAction.Remove, Current: not null } && h.ActionAt == segment.Start - 1 && reader.Tokens[segment.Start].Key is "anything" or "toppings" or "topping" or "extras" or "condiments" or "fixings" or "stuff" or "things";

    // "My wife and I each want …": two of us.
    private static bool IsOfTwo(Reader reader, int at) => at > 1 && reader.Tokens[at - 1].Key is "i" or "me" or "we" or "myself";

    // "Tofu, wait, no shrimp" is shrimp, where shrimp was neither said nor comes with it.
    public static bool MayLeaveOut(Reader reader, in Hypothesis h, DraftLine line, int at)
    {
        if (at >= reader.Tokens.Count)
            return false;
        foreach (var next in reader.Lattice.At(at))
        {
            if (next.Kind != SegmentKind.Modifier || Attach.Resolve(reader, line.Item, next) is not (>= 0 and var modifier))
                continue;
            return h.Last != SegmentKind.Modifier || Attach.IsOwn(reader, line.Item, modifier) || line.Modifiers.Has(modifier);
        }

        return false;
    }

    private static bool IsBeforeDish(in Hypothesis h) => h.Lines is null || h.Gap != Gap.None || h.Last is SegmentKind.Break or SegmentKind.Phrase;

    private static bool IsEach(Reader reader, Hypothesis h, Segment segment) =>
        h is { Last: SegmentKind.Item or SegmentKind.Size, Gap: Gap.None, Current.Item: >= 0 } && (h.Lines!.Tail is not null || Companions.Named(reader) > 1)
        && segment.End == segment.Start + 1 && reader.Tokens[segment.Start].Key is "each" or "apiece";

    // "a latte, medium, and she'll have a mocha": what was said before the article is hardly about the dish behind it.
    private static Hypothesis Unused(Hypothesis h) =>
        h.Lines is not null && (h.HeldSize is not null || h.Held is not null) ? h.Gain(Weights.HeldBeforeArticle) : h;

    private static Hypothesis Article(Reader reader, Hypothesis h, string key)
    {
        if (SharePhrases.OfOne.Contains(key))
            h = LooseCounts.Use(reader, h) with { Reach = Reach.Current, Article = true };
        if (SharePhrases.OfOne.Contains(key))
            h = Unused(h);
        return h.Slot == Slot.Closed ? h with { Slot = Slot.Weak } : h;
    }

    // "In cash", "in the blue car": most of what is in something is no extra.
    private static bool SaysWhere(Reader reader, Segment segment) => segment.End == segment.Start + 1 && reader.Tokens[segment.Start].Key is "in" or "on" or "over";

    private static Hypothesis StartAction(Reader reader, Hypothesis h, ModifierAction action, Segment segment) => Dangling.NameMissing(reader, h, segment.Start) with
    {
        Action = action,
        ActionOpen = true,
        ActionAt = segment.Start,
        Slot = Slot.Part,
        With = h.With && action != ModifierAction.Remove,
        Article = false,
    };

    private static Hypothesis Joined(Hypothesis h, Gap gap) => h with
    {
        Edit = h.Edit == Edit.Change || (h.Edit == Edit.Correct && gap == Gap.And) ? Edit.None : h.Edit,
        Gap = h.Gap is Gap.Stop ? Gap.Stop : gap,
        Article = false,
        Slot = h.Lines is null || h.Slot is Slot.Dish or Slot.Part ? h.Slot : h.Last == SegmentKind.Modifier ? Slot.Part : Slot.Dish,
    };

    private static Hypothesis Swapped(Hypothesis h) => h.Exchange switch
    {
        Exchange.OutThenIn => h with { Exchange = Exchange.None, Action = ModifierAction.Add, ActionOpen = true, Slot = Slot.Part },
        Exchange.InThenOut => h with { Exchange = Exchange.OutNext, Action = ModifierAction.Remove, ActionOpen = true, Slot = Slot.Part },
        _ => h with { Slot = Slot.Weak },
    };

    // "Swap the ham for bacon and the pineapple for peppers", "sub bacon for ham and …": as with the two before.
    private static Hypothesis? SwapsMore(Reader reader, in Hypothesis h, Segment segment)
    {
        if (h is not { Last: SegmentKind.Modifier, Exchange: Exchange.None, Current: { Item: >= 0 and var dish, Modifiers: { Head: var one, Tail: { Head.Action: var last, Tail.Head.Action: var first } others } } swapped }
            || one.Segment.End != segment.Start || !reader.OffersNext(dish, reader.IsPhrase(segment.End, Cue.Article, Cue.Article) ? segment.End + 1 : segment.End) || (first, last) is not ((ModifierAction.Remove, ModifierAction.Add) or (ModifierAction.Add, ModifierAction.Remove)))
        {
            return null;
        }

        return h.WithCurrent(swapped with { Modifiers = others.Push(one with { Action = first }) }).Gain(0.3) with { Action = last, ActionOpen = true, ActionAt = segment.Start, Slot = Slot.Part };
    }

    // "The cake was great. Can I get two slices of it": what was only spoken of is now asked for.
    private static Hypothesis Promote(Hypothesis h, Segment segment) => h.WithCurrent(h.Current! with { Role = Role.Request, Quantity = Math.Max(1, h.Count) }) with
    {
        Count = 0,
        CountAt = -1,
        Slot = Slot.Closed,
        Gap = Gap.None,
        Last = SegmentKind.Item,
    };
}
