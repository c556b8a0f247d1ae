using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;
using Restaurant.Domain.Understanding.Search.Dishes;
using Restaurant.Domain.Understanding.Search.Extras;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>What the small words do: open a slot, set an action, change the reach, begin an edit.</summary>
internal static class PhraseSteps
{
    private static readonly HashSet<string> Blacks = ["black", "schwarz", "schwarzer", "schwarzen", "schwarze", "noir", "noirs", "negro", "negros", "nero", "neri"];

    public static void Take(Reader reader, Hypothesis h, Segment segment)
    {
        if (segment.Cue is Cue.With or Cue.Remove or Cue.Extra or Cue.Light)
            h = LooseCounts.UsePieces(reader, h);
        if (ItemKinds.AsSibling(reader, h, segment) is { } other)
        {
            reader.Next.Add(Replacements.Replace(reader, h, other));
            return;
        }

        if (SharePhrases.TryTake(reader, h, segment))
            return;

        // "With salad but onion": what comes behind may be left out, or be something else.
        if (segment.Cue == Cue.But && h is { Last: SegmentKind.Modifier, Action: ModifierAction.Add, Current.Modifiers: not null })
        {
            reader.Next.Add((ActionPhrases.Start(reader, h, ModifierAction.Remove, segment) with { With = false }).Gain(-0.1));
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
            reader.Next.Add(ActionPhrases.Start(reader, h, ModifierAction.Remove, segment).Gain(0.3) with { With = false });

        if (segment.Cue is Cue.OnOne or Cue.OnTheOther or Cue.SideAfter && Halves.AreNamed(reader, h))
        {
            reader.Next.Add(h);
            return;
        }

        reader.Next.Add(segment.Cue is Cue.Half or Cue.OnOne or Cue.OnTheOther or Cue.OnThe or Cue.OneOfEach
            ? Shares.Apply(h, segment.Cue)
            : Apply(reader, h, segment));
    }

    private static Hypothesis Apply(Reader reader, in Hypothesis h, Segment segment) => segment.Cue switch
    {
        Cue.Descriptor or Cue.AsItComes or Cue.InsteadOf when h.JustSplit && Remainders.IsPlain(reader, segment) => Remainders.Bare(reader, h, segment),
        Cue.With or Cue.Remove or Cue.Extra or Cue.Light or Cue.RemoveAfter or Cue.ExtraAfter or Cue.LightAfter or Cue.SideAfter or Cue.SideOf
            or Cue.InsteadOf or Cue.InsteadOfAfter or Cue.Swap or Cue.Substitute or Cue.Neither or Cue.OnNone => ActionPhrases.Apply(reader, h, segment),
        Cue.Both or Cue.BothOfUs or Cue.All or Cue.Everything or Cue.OfEach or Cue.Respectively => ReachPhrases.Apply(reader, h, segment),
        Cue.SameAgain or Cue.AnotherOne or Cue.AsOther or Cue.Rest => CopyPhrases.Apply(reader, h, segment),
        Cue.Correction or Cue.MakeThat or Cue.Cancel or Cue.That or Cue.LastOne => EditPhrases.Apply(reader, h, segment),
        Cue.And or Cue.Or or Cue.But or Cue.For or Cue.ForPerson => Join(reader, h, segment),
        _ => Talk(reader, h, segment),
    };

    // Joins what stands before with what comes, or with whom it is for.
    private static Hypothesis Join(Reader reader, in Hypothesis h, Segment segment) => segment.Cue switch
    {
        Cue.And when ItemEdits.ChangesMore(reader, segment) => Joined(LooseCounts.Use(reader, h), Gap.And) with { Edit = Edit.MakeThat, ActionOpen = false, Action = ModifierAction.Add },
        Cue.And => Joined(Dangling.Settle(reader, LooseCounts.Use(reader, CountedSizes.Keep(reader, h, segment.End)), segment.Start), Gap.And),
        Cue.Or => Joined(h, Gap.Or),
        Cue.But => Joined(h, Gap.Comma) with { With = false, Edit = h.JustCopied ? Edit.Change : h.Edit },
        Cue.For when ActionPhrases.SwapsMore(reader, h, segment) is { } swapped => swapped,
        Cue.For when h.Exchange == Exchange.None && reader.KeyAt(segment.End) == "the" => Shares.Apply(h, Cue.OnThe),
        Cue.For => ActionPhrases.Swapped(h),
        Cue.ForPerson when reader.Tokens[segment.End - 1].Key == "us" && segment.End > 3 && reader.Tokens[segment.End - 3].Key == "two" && !IsBeforeDish(h) => Portions.ForBoth(reader, h, segment),
        Cue.ForPerson => LooseCounts.Use(reader, h) with { Portions = 1, AskedAt = segment.Start, Slot = h.Slot == Slot.Dish ? Slot.Dish : Slot.Weak, Action = ModifierAction.Add, ActionOpen = false, With = false, Gap = Gap.Comma },
        _ => h,
    };

    // Ordinary words: they say whether something is due.
    private static Hypothesis Talk(Reader reader, in Hypothesis h, Segment segment) => segment.Cue switch
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
        Cue.Filler when (h.JustCopied || h.Edit == Edit.Correct) && reader.Tokens[segment.Start].Key is "just" or "only" && h.Current is { Item: >= 0 } copied && reader.OffersNext(copied.Item, segment.End) && !Copies.IsOfItsOwn(reader, h, segment.End, isInstead: false) => h.WithCurrent(copied with { Modifiers = null }),
        Cue.Descriptor when Blacks.Contains(reader.Tokens[segment.Start].Key) && h is { JustSplit: true, Current.Item: >= 0 } => Remainders.Black(reader, h, segment),
        Cue.Descriptor or Cue.AsItComes when DishSizes.IfNormal(reader, h, segment) is { } middling => middling,
        Cue.Descriptor or Cue.AsItComes when Another.Plain(reader, h, segment) is { } plain => plain,
        Cue.Descriptor or Cue.AsItComes when h.JustCopied && Remainders.IsPlain(reader, segment) => h.WithCurrent(h.Current! with { Modifiers = null }) with { JustCopied = false },
        Cue.Vague when reader.NamesDish(segment.End) => h with { Slot = Slot.Dish },
        Cue.Vague => h with { Run = segment.Start, RunHasFood = true, Slot = h.Slot == Slot.Closed ? Slot.Closed : Slot.Dish },
        _ => h,
    };

    // "One without anything", "no toppings": nothing that could be left out by name.
    private static bool IsOfNothing(Reader reader, in Hypothesis h, Segment segment) =>
        h is { ActionOpen: true, Action: ModifierAction.Remove, Current: not null } && h.ActionAt == segment.Start - 1 && reader.Tokens[segment.Start].Key is "anything" or "toppings" or "topping" or "extras" or "condiments" or "fixings" or "stuff" or "things";

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

    public static bool IsBeforeDish(in Hypothesis h) => h.Lines is null || h.Gap != Gap.None || h.Last is SegmentKind.Break or SegmentKind.Phrase;

    // "a latte, medium, and she'll have a mocha": what was said before the article is hardly about the dish behind it.
    public static Hypothesis Unused(Hypothesis h) =>
        h.Lines is not null && (h.HeldSize is not null || h.Held is not null) ? h.Gain(Weights.HeldBeforeArticle) : h;

    private static Hypothesis Article(Reader reader, Hypothesis h, string key)
    {
        if (Articles.OfOne.Contains(key))
            h = Unused(LooseCounts.Use(reader, h) with { Reach = Reach.Current, Article = true });
        return h.Slot == Slot.Closed ? h with { Slot = Slot.Weak } : h;
    }

    public static Hypothesis Joined(Hypothesis h, Gap gap) => h with
    {
        Edit = h.Edit == Edit.Change || (h.Edit == Edit.Correct && gap == Gap.And) ? Edit.None : h.Edit,
        Gap = h.Gap is Gap.Stop ? Gap.Stop : gap,
        Article = false,
        Slot = h.Lines is null || h.Slot is Slot.Dish or Slot.Part ? h.Slot : h.Last == SegmentKind.Modifier ? Slot.Part : Slot.Dish,
    };
}
