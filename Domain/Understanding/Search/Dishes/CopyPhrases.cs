using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Counts;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>"The same", "another one", "the rest": the present dish once more, or what is left of it.</summary>
internal static class CopyPhrases
{
    public static Hypothesis Apply(Reader reader, in Hypothesis h, Segment segment) => segment.Cue switch
    {
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
        _ => h,
    };
}
