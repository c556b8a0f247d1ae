using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>"4x classic, 6 meat", "a classic, no pickles": counted, and the beginning of a name, though the word says little by itself.</summary>
internal static class CountedAlone
{
    private static readonly HashSet<string> Plain = ["plain", "normal", "standard", "usual", "ordinary", "simple", "basic", "same", "other", "more", "whole", "full", "half", "extra"];

    public static bool Is(Wording wording, MenuTongue tongue, int at, int end)
    {
        // "Classic with just ketchup": the first word of an entry.
        if (end == at + 1 && end < wording.Count && (at == 0 || wording.Tokens[at - 1].Kind is TokenKind.Stop or TokenKind.Line) && wording.At(end).Alone is { Cue: Cue.With or Cue.Remove })
            return (wording.At(at).Alone ?? tongue.Phrases.MeaningOf(wording.At(at).Stem)) is { Cue: Cue.Descriptor or Cue.Generic or Cue.Common } && !Plain.Contains(wording.At(at).Stem);
        if (at == 0 || end != at + 1 || (wording.At(at).Alone ?? tongue.Phrases.MeaningOf(wording.At(at).Stem)) is not { Cue: Cue.Descriptor or Cue.Generic or Cue.Common } || Plain.Contains(wording.At(at).Stem))
            return false;

        // "One of the spicy ones."
        if (wording.Tokens[at - 1].Key == "the" && end < wording.Count && wording.Tokens[end].Key is "one" or "ones")
            return true;

        // "Three al pastor": the word that joins is the name's own.
        if (!Counts(wording, at - 1) && !(at > 1 && wording.At(at - 1) is { IsJoining: true, Alone: not { Cue: Cue.And } } && Counts(wording, at - 2)))
            return false;
        return end == wording.Count || wording.Tokens[end].IsBreak || wording.Tokens[end].Kind is TokenKind.Number or TokenKind.Times
            || wording.At(end).Alone is { Cue: Cue.With or Cue.And or Cue.Remove or Cue.Extra or Cue.Light or Cue.Quantity or Cue.Both };
    }

    private static bool Counts(Wording wording, int at) =>
        wording.Tokens[at] is { Kind: TokenKind.Number or TokenKind.Times } or { Key: "a" or "an" or "un" or "une" or "una" or "ein" or "eine" or "einen" } || wording.At(at).Alone is { Cue: Cue.Quantity };
}
