using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>Readings of words as names of the menu: whole names first, then parts of names and names in another order.</summary>
internal sealed class NameSegments(CompiledMenu menu, Phrases phrases, List<Token> tokens, List<WordReading>[] readings)
{
    private readonly PartSegments parts = new(menu, phrases, tokens, readings);
    private readonly List<int> path = [];
    private List<Segment> segments = [];
    private int start;

    public void AddTo(List<Segment> target, int at)
    {
        segments = target;
        start = at;
        if (readings[at].Count == 0)
            return;

        path.Clear();
        Walk(WordTrie.Root, at, 0, 0, null);
        parts.AddTo(target, at);
    }

    private void Walk(int node, int at, int words, double cost, string? why)
    {
        if (at >= tokens.Count)
            return;

        foreach (var reading in readings[at])
        {
            var next = node;
            foreach (var stem in reading.Stems)
                next = next < 0 ? next : menu.Names.Step(next, stem);
            if (next < 0)
                continue;

            path.AddRange(reading.Stems);
            var end = at + reading.Length;
            var total = cost + reading.Cost;
            var reason = reading.Why ?? why;
            if (menu.Names.At(next) is { } here)
                Add(here, end, words + Math.Max(reading.Length, reading.Stems.Length > 1 ? 2 : 1), total, reason);
            Walk(next, end, words + reading.Length, total, reason);
            path.RemoveRange(path.Count - reading.Stems.Length, reading.Stems.Length);
        }

        // "Veggie & Hummus Wrap", "wrap with hummus": joining words inside a name are passed over.
        if (words > 0 && tokens[at].Kind == TokenKind.Word && NameWords.Joining.Contains(tokens[at].Key))
            Walk(node, at + 1, words, cost - Weights.JoiningWord, why);
    }

    private void Add(NamesHere here, int end, int words, double cost, string? why)
    {
        int[] stems = [.. path];
        var spelling = Spelling(end);
        if (here.Items.Count > 0)
        {
            Put(new(SegmentKind.Item, start, end, Weights.ItemWord * words - Weights.Piece - cost)
            {
                Items = Nearest(here.Items, spelling),
                Modifiers = [.. here.Modifiers.Select(name => name.Id)],
                IsWholeName = true,
                Stems = stems,
                Why = why ?? (here.Items[0].IsAlias ? $"alias '{here.Items[0].Text}'" : "name"),
            });
        }

        if (here.Modifiers.Count > 0)
        {
            Put(new(SegmentKind.Modifier, start, end, Weights.ModifierWord * words - Weights.Piece - cost)
            {
                Modifiers = [.. here.Modifiers.OrderBy(name => name.Spelling != spelling).ThenBy(name => name.IsAlias).Select(name => name.Id)],
                IsWholeName = true,
                Stems = stems,
                Why = why ?? "name",
            });
        }

        if (here.Sizes.Count > 0)
        {
            Put(new(SegmentKind.Size, start, end, Weights.SizeWord * words - Weights.Piece - cost)
            {
                SizeSpelling = here.Sizes[0].Id,
                SizeClass = SizeClasses.Of(stems.Select(stem => menu.Words[stem]).ToArray()),
                Why = why ?? "size",
            });
        }
    }

    // Items that differ only in their endings: the one spelt as the customer did, or all.
    private static int[] Nearest(List<MenuName> items, string spelling)
    {
        if (items.Count == 1)
            return [items[0].Id];
        int[] same = [.. items.Where(name => name.Spelling == spelling).Select(name => name.Id)];
        return same.Length > 0 ? same : [.. items.Select(name => name.Id)];
    }

    private string Spelling(int end) => end == start + 1
        ? tokens[start].Key
        : string.Join(' ', tokens.Skip(start).Take(end - start).Select(token => token.Key).Where(key => !NameWords.Joining.Contains(key)));

    // Of two ways to the same name the cheaper stays.
    private void Put(Segment segment)
    {
        var same = segments.FindIndex(other => other.Kind == segment.Kind && other.End == segment.End && other.Stems.AsSpan().SequenceEqual(segment.Stems));
        if (same < 0)
            segments.Add(segment);
        else if (segments[same].Gain < segment.Gain)
            segments[same] = segment;
    }
}
