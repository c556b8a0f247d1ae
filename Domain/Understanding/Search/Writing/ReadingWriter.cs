using System.Globalization;
using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Search.Writing;

/// <summary>Turns the best reading into what the rest of the product works with.</summary>
internal static class ReadingWriter
{
    // More of one dish than a table eats: a slip, a joke or a party that calls ahead.
    private const int MostOfOneDish = 50;

    // There was no other reading at all.
    private const double AloneMargin = 9;

    private static readonly string[] AllRead =
        ["nothing is asked for", .. Enumerable.Range(1, 40).Select(lines => $"{lines} lines read, 0 phrases not on the menu")];

    public static OrderReading Write(string text, Reader reader, in Hypothesis best, in Hypothesis? second)
    {
        var lines = new List<ReadLine>(best.Lines?.Count ?? 0);
        List<ReadLine>? mentions = null;
        List<(int Start, UnmatchedPhrase Phrase)>? unmatched = null;
        foreach (var draft in InOrder(reader, best.Lines))
        {
            if (draft.Quantity <= 0)
                continue;
            var isAsked = draft.Role is not (Role.Question or Role.Story);
            if (draft.Item >= 0)
                Merge(isAsked ? lines : mentions ??= [], Line(text, reader, draft));
            else if (isAsked)
                (unmatched ??= []).Add((draft.Start, Phrase(text, reader, draft)));
        }

        foreach (var missing in best.Missing.Each())
            (unmatched ??= []).Add((missing.Start, new(Words(text, reader, missing.Start, missing.End), [])));

        var unknown = unmatched?.Count ?? 0;
        return new(lines, Phrases(unmatched), Certainty(best, lines, unknown), Reason(lines.Count, unknown))
        {
            Mentions = mentions ?? [],
            Margin = second is { } other ? best.Score - other.Score : AloneMargin,
            Spans = ReadingSpans.Of(reader, best, text),
            Score = best.Score,
            PassedOver = best.Passed,
            Sizeless = Oddities.Sizeless(reader, best),
            Crowded = Oddities.Crowded(reader, best),
            Unused = (IReadOnlyList<UnusedWord>?)UnusedNames.Find(reader, best) ?? [],
            Rivals = Oddities.Rivals(reader, best),
            Doubts = Doubts(reader, best, lines),
            RunnerUp = second is { } next ? RunnersUp.Of(reader, best, next) : null,
        };
    }

    /// <summary>The lines in the order of the words; of two from the same words the newer first. The list is good until the next call.</summary>
    public static List<DraftLine> InOrder(Reader reader, Chain<DraftLine>? lines)
    {
        var ordered = reader.Ordered;
        ordered.Clear();
        foreach (var line in lines.Each())
            ordered.Add(line);

        // Nearly in order already, the wrong way round.
        ordered.Reverse();
        for (var i = 1; i < ordered.Count; i++)
        {
            var line = ordered[i];
            var at = i;
            for (; at > 0 && ordered[at - 1].Start >= line.Start; at--)
                ordered[at] = ordered[at - 1];
            ordered[at] = line;
        }

        return ordered;
    }

    private static string Reason(int lines, int unmatched) => unmatched == 0 && lines < AllRead.Length
        ? AllRead[lines]
        : string.Create(CultureInfo.InvariantCulture, $"{lines} lines read, {unmatched} phrases not on the menu");

    private static IReadOnlyList<UnmatchedPhrase> Phrases(List<(int Start, UnmatchedPhrase Phrase)>? unmatched) =>
        unmatched is null ? [] : [.. unmatched.OrderBy(entry => entry.Start).Select(entry => entry.Phrase)];

    private static IReadOnlyList<string> Doubts(Reader reader, in Hypothesis best, List<ReadLine> lines)
    {
        List<string>? doubts = null;
        foreach (var doubt in best.Doubts.Each())
            AddOnce(ref doubts, doubt);
        foreach (var line in lines)
        {
            if (line.Quantity > MostOfOneDish)
                AddOnce(ref doubts, $"{line.Quantity} of one dish");
        }

        if (lines.Count > 0 && reader.Tokens.Exists(Allergies.Tells) && !lines.Exists(line => line.Modifiers.Any(modifier => modifier.Action == ModifierAction.Remove)))
            AddOnce(ref doubts, "an allergy is told, and nothing is left out");

        return doubts ?? [];
    }

    private static void AddOnce(ref List<string>? doubts, string doubt)
    {
        doubts ??= [];
        if (!doubts.Contains(doubt))
            doubts.Add(doubt);
    }

    private static ReadLine Line(string text, Reader reader, DraftLine draft)
    {
        var item = reader.Menu.Items[draft.Item].Item;
        return new(
            item.Name, draft.Quantity, draft.Size < 0 ? null : item.Sizes[draft.Size].Name, Modifiers(reader, draft), Words(text, reader, draft.Start, draft.End), draft.Why)
        {
            Confidence = draft.Trust,
        };
    }

    private static IReadOnlyList<ReadModifier> Modifiers(Reader reader, DraftLine draft)
    {
        if (draft.Modifiers is null)
            return [];
        var modifiers = new List<ReadModifier>(draft.Modifiers.Count);
        foreach (var modifier in draft.Modifiers.OldestFirst())
        {
            if (modifier.Index < 0)
                continue;
            var name = reader.Menu.Modifiers[modifier.Index].Modifier.Name;
            if (!Has(modifiers, name))
                modifiers.Add(new(name, modifier.Action, modifier.Quantity));
        }

        return modifiers;
    }

    private static bool Has(List<ReadModifier> modifiers, string name)
    {
        foreach (var modifier in modifiers)
        {
            if (modifier.Modifier == name)
                return true;
        }

        return false;
    }

    private static UnmatchedPhrase Phrase(string text, Reader reader, DraftLine draft)
    {
        var candidates = draft.Candidates.Take(2)
            .Select(item => new MatchCandidate(reader.Menu.Items[item].Item.Name, 0.5, draft.Why))
            .ToList();
        return new(Words(text, reader, draft.Start, draft.End), candidates);
    }

    private static void Merge(List<ReadLine> lines, ReadLine line)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Item != line.Item || lines[i].Size != line.Size || !SameModifiers(lines[i].Modifiers, line.Modifiers))
                continue;
            lines[i] = lines[i] with { Quantity = lines[i].Quantity + line.Quantity };
            return;
        }

        lines.Add(line);
    }

    private static bool SameModifiers(IReadOnlyList<ReadModifier> left, IReadOnlyList<ReadModifier> right) =>
        left.Count == right.Count && (left.Count == 0 || left.All(right.Contains));

    private static double Certainty(in Hypothesis best, List<ReadLine> lines, int unmatched)
    {
        var certainty = 0.98;
        var isDoubtful = best.Doubts is not null;
        foreach (var line in lines)
        {
            certainty *= line.Confidence;
            isDoubtful |= line.Quantity > MostOfOneDish;
        }

        certainty *= Math.Pow(0.97, best.Guesses) * Math.Pow(0.96, best.Passed) * Math.Pow(0.8, unmatched);
        return Math.Clamp(isDoubtful ? certainty * 0.5 : certainty, 0.01, 0.99);
    }

    private static string Words(string text, Reader reader, int start, int end)
    {
        var from = reader.Tokens[start].Start;
        return text[from..reader.Tokens[end - 1].End];
    }
}
