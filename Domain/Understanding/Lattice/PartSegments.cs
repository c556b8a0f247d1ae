using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>Readings of words as a part of a name ("the tempeh one") or as a name in another order ("burger tempeh").</summary>
internal sealed class PartSegments(CompiledMenu menu, Phrases phrases, List<Token> tokens, List<WordReading>[] readings)
{
    private const int LongestRun = 7;
    private const double EnoughOfName = 0.3;
    private readonly List<int> stems = [];

    public void AddTo(List<Segment> segments, int at)
    {
        AddItems(segments, at);
        AddModifiers(segments, at);
    }

    private void AddItems(List<Segment> segments, int at)
    {
        stems.Clear();
        var names = Array.Empty<int>();
        var cost = 0.0;
        var words = 0;
        string? why = null;
        for (var i = at; i < tokens.Count && i < at + LongestRun;)
        {
            if (!TakeWord(menu.ItemNamesWith, names, words == 0, i, out var kept, out var reading))
            {
                if (words == 0 || !CanSkip(i))
                    return;
                i++;
                continue;
            }

            names = kept;
            stems.AddRange(reading.Stems);
            cost += reading.Cost;
            why = reading.Why ?? why;
            i += reading.Length;
            words += reading.Length;
            if (!segments.Exists(segment => segment.Kind == SegmentKind.Item && segment.End == i && segment.IsWholeName))
                AddItem(segments, at, i, words, names, cost, why);
        }
    }

    private void AddItem(List<Segment> segments, int at, int end, int words, int[] names, double cost, string? why)
    {
        var whole = names.Where(name => menu.ItemNames[name].Stems.Length == stems.Count).ToArray();
        var chosen = whole.Length > 0 ? whole : names.Where(Says).ToArray();
        if (chosen.Length == 0 || (whole.Length == 0 && stems.TrueForAll(IsSmall)))
            return;

        int[] items = [.. chosen.Select(name => menu.ItemNames[name].Id).Distinct()];
        var coverage = chosen.Max(Coverage);
        var gain = whole.Length > 0
            ? Weights.ItemWord * words - Weights.Piece - Weights.OtherOrder - cost
            : Weights.PartWord * words - Weights.Piece - 0.6 * (1 - coverage) - cost - (items.Length > 1 ? 0.4 : 0);
        segments.Add(new(SegmentKind.Item, at, end, gain)
        {
            Items = items,
            IsWholeName = whole.Length > 0,
            Stems = [.. stems],
            Why = why ?? (whole.Length > 0 ? "name in another order" : items.Length == 1 ? "the only dish with these words" : "several dishes have these words"),
        });
    }

    // Part of a name stands for it when it says what it is, or when only words that tell nothing apart are missing,
    // or when it is telling enough by itself.
    private bool Says(int name)
    {
        var entry = menu.ItemNames[name];
        return stems.Contains(entry.Head)
            || entry.Stems.All(stem => stems.Contains(stem) || NameWords.IsCarrier(menu.Words[stem]))
            || (Coverage(name) >= EnoughOfName && !stems.TrueForAll(IsEveryday));
    }

    private double Coverage(int name)
    {
        var entry = menu.ItemNames[name];
        return stems.Where(stem => entry.Stems.Contains(stem)).Sum(stem => menu.Weight[stem]) / entry.Stems.Sum(stem => menu.Weight[stem]);
    }

    private void AddModifiers(List<Segment> segments, int at)
    {
        stems.Clear();
        var modifiers = Array.Empty<int>();
        var cost = 0.0;
        var words = 0;
        string? why = null;
        for (var i = at; i < tokens.Count && words < 5;)
        {
            if (!TakeWord(menu.ModifiersWith, modifiers, words == 0, i, out var kept, out var reading))
            {
                if (words == 0 || !CanSkip(i))
                    return;
                i++;
                continue;
            }

            modifiers = kept;
            stems.AddRange(reading.Stems);
            cost += reading.Cost;
            why = reading.Why ?? why;
            i += reading.Length;
            words += reading.Length;

            int[] fitting = [.. modifiers.Where(modifier => menu.Modifiers[modifier].Names.Exists(Says))];
            if (fitting.Length == 0 || stems.TrueForAll(IsSmall))
                continue;
            var same = segments.FindIndex(segment => segment.Kind == SegmentKind.Modifier && segment.End == i);
            if (same >= 0)
            {
                segments[same] = segments[same] with { PartOfModifiers = [.. fitting.Except(segments[same].Modifiers)] };
                continue;
            }

            segments.Add(new(SegmentKind.Modifier, at, i, Weights.PartWord * words - Weights.Piece - 0.1 - cost)
            {
                PartOfModifiers = fitting,
                Stems = [.. stems],
                Why = why ?? "part of the name",
            });
        }
    }

    private bool Says(MenuName name) =>
        stems.TrueForAll(stem => name.Stems.Contains(stem))
        && (stems.Contains(name.Head) || name.Stems.All(stem => stems.Contains(stem) || NameWords.IsCarrier(menu.Words[stem])) || stems.Exists(IsTelling));

    // A word that no dictionary of food knows and that one modifier alone has: "romaine", "chipotle".
    private bool IsTelling(int stem) => menu.ModifiersWith[stem].Length == 1 && phrases.MeaningOf(menu.Words[stem]) is null && !IsEveryday(stem);

    private bool IsEveryday(int stem) => NameWords.IsCarrier(menu.Words[stem]) || IsSmall(stem);

    // Words that stand for no dish by themselves: "hot", "side", "order", "bottle".
    private bool IsSmall(int stem) =>
        char.IsAsciiDigit(menu.Words[stem][0])
        || phrases.MeaningOf(menu.Words[stem]) is { Cue: not Cue.Food } meaning && meaning is not { Cue: Cue.Descriptor, Value: 1 };

    // The next word narrows the names down; a word that none of them has ends the run.
    private bool TakeWord(int[][] namesWith, int[] names, bool isFirst, int at, out int[] kept, out WordReading taken)
    {
        kept = [];
        taken = default;
        if (at >= tokens.Count)
            return false;
        foreach (var reading in readings[at])
        {
            if (stems.Contains(reading.Stems[0]))
                continue;
            var left = isFirst ? namesWith[reading.Stems[0]] : Both(names, namesWith[reading.Stems[0]]);
            foreach (var stem in reading.Stems.AsSpan(1))
                left = Both(left, namesWith[stem]);
            if (left.Length == 0 || (kept.Length > 0 && taken.Cost <= reading.Cost))
                continue;
            kept = left;
            taken = reading;
        }

        return kept.Length > 0;
    }

    private bool CanSkip(int at) => tokens[at].Kind == TokenKind.Word && NameWords.Joining.Contains(tokens[at].Key);

    private static int[] Both(int[] left, int[] right)
    {
        var both = new List<int>(Math.Min(left.Length, right.Length));
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
                both.Add(left[i++]);
            else if (left[i] < right[j])
                i++;
            else
                j++;
        }

        return [.. both];
    }
}
