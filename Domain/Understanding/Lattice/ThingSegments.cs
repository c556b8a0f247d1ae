using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>Things of several words that the menu lacks: "onion rings", where it has onions and no rings.</summary>
internal sealed class ThingSegments(WordReadings readings)
{
    private CompiledMenu menu = null!;
    private Wording wording = null!;
    private ReadingLattice lattice = null!;

    public void Begin(CompiledMenu compiled, Wording words, ReadingLattice target) => (menu, wording, lattice) = (compiled, words, target);

    /// <summary>After the names of dishes and extras that begin there: what one of them says wholly is no other thing.</summary>
    public void AddAt(int at)
    {
        var (node, end) = (WordTrie.Root, 0);
        for (var i = at; i < wording.Count && wording.Tokens[i].Kind == TokenKind.Word; i++)
        {
            // "Avocado on toast" is a thing, "avocado on the rolls" none.
            if (i > at && wording.At(i).IsJoining && !wording.At(i - 1).IsJoining)
                continue;
            node = SamePhrases.Things.Step(node, wording.At(i).Thing);
            if (node < 0)
                break;
            if (SamePhrases.Things.At(node) is not null)
                end = i + 1;
        }

        if (end > 0 && !IsNamedWholly(end) && !SaysHow(at, end))
            lattice.Lay(SegmentKind.Unknown, at, end, Weights.ThingWord * (end - at) + (EndsInCue(end - 1) ? Weights.ContainerOf / 2 : 0)).IsFood = true;
    }

    // "Coke zero" is no coke without something.
    private bool EndsInCue(int last) => wording.At(last).Alone is { Cue: Cue.Remove or Cue.Light or Cue.Quantity };

    // "Pulled pork", where the menu has pork: how it is made, not another thing.
    private bool SaysHow(int at, int end) =>
        end == at + 2 && ((wording.At(at).Alone is { Cue: Cue.Size } && LeadsToDish(at + 1))
            || ((wording.Tokens[at].Key.EndsWith("ed", StringComparison.Ordinal) || wording.At(at).Alone is { Cue: Cue.Descriptor })
                && menu.Words.Find(wording.Tokens[at + 1].Key) is >= 0 and var stem && menu.Names.At(menu.Names.Step(WordTrie.Root, stem)) is not null));

    // "Small beer", where the menu has a birra.
    private bool LeadsToDish(int at)
    {
        foreach (ref readonly var reading in readings.At(at))
        {
            if (menu.ItemNamesWith[reading.Stems[0]].Length > 0)
                return true;
        }

        return false;
    }

    private bool IsNamedWholly(int end)
    {
        foreach (var segment in lattice.Here)
        {
            if (segment is { Kind: SegmentKind.Item, IsWholeName: true } && segment.End >= end)
                return true;

            // "Root beer", one of the kinds of the menu's only soda.
            if (segment is { Kind: SegmentKind.Modifier, IsWholeName: true, Modifiers: [var kind] } && segment.End >= end && menu.OnlyItemWith[kind] is >= 0 and var item && menu.Items[item].Kind == "drink")
                return true;
        }

        return false;
    }
}
