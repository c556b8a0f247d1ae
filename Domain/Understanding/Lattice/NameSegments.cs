using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>Readings of words as names of the menu: whole names first, then parts of names and names in another order.</summary>
internal sealed class NameSegments(WordReadings readings)
{
    private readonly DishParts dishes = new(readings);
    private readonly ExtraParts extras = new(readings);
    private CompiledMenu menu = null!;
    private Wording wording = null!;
    private ReadingLattice lattice = null!;
    private int start;

    public void Begin(CompiledMenu compiled, MenuTongue tongue, Wording words, ReadingLattice target)
    {
        (menu, wording, lattice) = (compiled, words, target);
        dishes.Begin(compiled, tongue, words, target);
        extras.Begin(compiled, tongue, words, target);
    }

    public void AddAt(int at)
    {
        if (readings.At(at).IsEmpty)
            return;

        start = at;
        Walk(WordTrie.Root, at, 0, new(0, null, false));
        dishes.AddAt(at);
        extras.AddAt(at);
    }

    /// <param name="Before">The words before an "and" that ends the name of a dish; 0 where there is none.</param>
    private readonly record struct Path(double Cost, string? Why, bool IsOfDishes, int Said = 0, int Before = 0);

    private void Walk(int node, int at, int words, Path path)
    {
        if (at >= wording.Count)
            return;

        foreach (var reading in readings.At(at))
        {
            var next = node;
            foreach (var stem in reading.Stems)
                next = next < 0 ? next : menu.Names.Step(next, stem);
            if (next < 0)
                continue;

            var end = at + reading.Length;
            var taken = new Path(path.Cost + reading.Cost, reading.Why ?? path.Why, path.IsOfDishes || reading.IsOfDishes, path.Said + reading.Stems.Length, path.Before);
            if (menu.Names.At(next) is { } here)
                Add(here, end, words + reading.Words, taken);
            Walk(next, end, words + reading.Length, taken);
        }

        // "Veggie & Hummus Wrap", "wrap with hummus": joining words inside a name are passed over.
        if (words > 0 && wording.At(at).IsJoining)
            Walk(node, at + 1, words, path with { Cost = path.Cost - Weights.JoiningWord, Before = wording.At(at).Alone is { Cue: Cue.And } && TwoDishes.IsDish(menu, node) ? path.Said : path.Before });
    }

    private void Add(NamesHere here, int end, int words, Path path)
    {
        var (cost, why, isOfDishes, _, before) = path;
        if (here.Items.Count > 0)
        {
            if (before > 0 && TwoDishes.Are(menu, here, before))
                cost += Weights.TwoDishes;
            if (Lay(SegmentKind.Item, end, Weights.ItemWord * words - Weights.Piece - cost, here.Stems) is { } dish)
            {
                dish.Items = here.Items.Count == 1 ? menu.Items[here.Items[0].Id].Alone : Nearest(here.Items, Spelling(end));
                (dish.Modifiers, dish.IsWholeName, dish.Why) = (here.ModifierIds, true, why ?? here.WhyItem);
            }
        }

        if (here.Modifiers.Count > 0 && !isOfDishes && Lay(SegmentKind.Modifier, end, Weights.ModifierWord * words - Weights.Piece - cost, here.Stems) is { } extra)
        {
            extra.Modifiers = here.AreModifiersSpeltAlike ? here.ModifierIds : NearestFirst(here.Modifiers, Spelling(end));
            (extra.IsWholeName, extra.Why) = (true, why ?? "by its name");
        }

        if (here.Sizes.Count > 0 && !IsAsking(end))
        {
            // "A medium coffee" speaks of its size, even where a medium roast can be had.
            // "A single espresso", where it comes single and double, is no mere count.
            var rather = wording.Tokens[start].Key == "single" && end == start + 1 ? Weights.SingleSize : here.Modifiers.Count > 0 ? Weights.SizeRather : 0;
            if (Lay(SegmentKind.Size, end, Weights.SizeWord * words - Weights.Piece - cost + rather, []) is { } size)
                (size.SizeSpelling, size.SizeClass, size.Why) = (here.Sizes[0].Id, here.SizeClass, why ?? "by its size");
        }
    }

    // "Can I have a coke": the first word asks, it is no can; "r u open" is no regular, "half a dozen" no half, "2 dozen" no single one.
    private bool IsAsking(int end) =>
        end == start + 1 && wording.Tokens[start].Key switch
        {
            "can" => end < wording.Count && wording.Tokens[end].Key is "i" or "we" or "you" or "u" or "someone" or "the" or "he" or "she" or "they" or "that" or "it" or "this" or "these" or "all",
            "dozens" => wording.Tokens[start].Kind == Tokens.TokenKind.Number,
            "half" => end < wording.Count && (wording.Tokens[end].Key == "dozen" || (wording.Tokens[end].Key == "a" && end + 1 < wording.Count && wording.Tokens[end + 1].Key == "dozen")),
            "r" => end < wording.Count && wording.Tokens[end].Key is "u" or "you" or "the" or "they" or "there" or "ur" or "your" or "we" or "these" or "those" or "any" or "all",
            _ => false,
        };

    // Items that differ only in their endings: the one spelt as the customer did, or all.
    private static int[] Nearest(List<MenuName> items, string spelling)
    {
        int[] same = [.. items.Where(name => name.Spelling == spelling).Select(name => name.Id)];
        return same.Length > 0 ? same : [.. items.Select(name => name.Id)];
    }

    private static int[] NearestFirst(List<MenuName> modifiers, string spelling) =>
        [.. modifiers.OrderBy(name => name.Spelling != spelling).ThenBy(name => name.IsAlias).Select(name => name.Id)];

    private string Spelling(int end) => end == start + 1
        ? wording.Tokens[start].Key
        : string.Join(' ', wording.Tokens.Skip(start).Take(end - start).Select(token => token.Key).Where(key => !NameWords.Joining.Contains(key)));

    // Of two ways to the same name the cheaper stays: null where that is the one before.
    private Segment? Lay(SegmentKind kind, int end, double gain, int[] stems)
    {
        foreach (var other in lattice.Here)
        {
            if (other.Kind == kind && other.End == end && other.Stems.AsSpan().SequenceEqual(stems))
                return other.Gain < gain ? Named(other.Begin(kind, start, end, gain), stems) : null;
        }

        return Named(lattice.Lay(kind, start, end, gain), stems);
    }

    private static Segment Named(Segment segment, int[] stems)
    {
        segment.Stems = stems;
        return segment;
    }
}
