using System.Globalization;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>Turns the best reading into what the rest of the product works with.</summary>
internal static class ReadingWriter
{
    // More of one dish than a table eats: a slip, a joke or a party that calls ahead.
    private const int MostOfOneDish = 50;

    // There was no other reading at all.
    private const double AloneMargin = 9;

    public static OrderReading Write(string text, Reader reader, in Hypothesis best, in Hypothesis? second)
    {
        var lines = new List<ReadLine>();
        var mentions = new List<ReadLine>(0);
        var unmatched = new List<(int Start, UnmatchedPhrase Phrase)>(0);
        foreach (var draft in InOrder(best.Lines))
        {
            if (draft.Quantity <= 0)
                continue;
            var isAsked = draft.Role is not (Role.Question or Role.Story);
            if (draft.Item >= 0)
                Merge(isAsked ? lines : mentions, Line(text, reader, draft));
            else if (isAsked)
                unmatched.Add((draft.Start, Phrase(text, reader, draft)));
        }

        foreach (var missing in best.Missing.Each())
            unmatched.Add((missing.Start, new(Words(text, reader, missing.Start, missing.End), [])));

        return new(lines, Phrases(unmatched), Certainty(best, lines, unmatched.Count), Reason(lines.Count, unmatched.Count))
        {
            Mentions = mentions,
            Margin = second is { } other ? best.Score - other.Score : AloneMargin,
            Spans = ReadingSpans.Of(reader, best, text),
            Score = best.Score,
            PassedOver = best.Passed,
            Sizeless = Oddities.Sizeless(reader, best),
            Crowded = Oddities.Crowded(reader, best),
            Doubts = Doubts(best, lines),
            RunnerUp = second is { } next ? RunnersUp.Of(reader, best, next) : null,
        };
    }

    /// <summary>The lines in the order of the words; of two from the same words the newer first.</summary>
    public static List<DraftLine> InOrder(Chain<DraftLine>? lines)
    {
        var ordered = new List<DraftLine>();
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

    private static string Reason(int lines, int unmatched) => lines == 0 && unmatched == 0
        ? "nothing is asked for"
        : string.Create(CultureInfo.InvariantCulture, $"{lines} lines read, {unmatched} phrases not on the menu");

    private static List<UnmatchedPhrase> Phrases(List<(int Start, UnmatchedPhrase Phrase)> unmatched) =>
        [.. unmatched.Count < 2 ? unmatched.Select(entry => entry.Phrase) : unmatched.OrderBy(entry => entry.Start).Select(entry => entry.Phrase)];

    private static List<string> Doubts(in Hypothesis best, List<ReadLine> lines)
    {
        var doubts = new List<string>(0);
        foreach (var doubt in best.Doubts.Each())
            AddOnce(doubts, doubt);
        foreach (var line in lines)
        {
            if (line.Quantity > MostOfOneDish)
                AddOnce(doubts, $"{line.Quantity} of one dish");
        }

        return doubts;
    }

    private static void AddOnce(List<string> doubts, string doubt)
    {
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

    private static List<ReadModifier> Modifiers(Reader reader, DraftLine draft)
    {
        var modifiers = new List<ReadModifier>(0);
        foreach (var modifier in draft.Modifiers.OldestFirst())
        {
            if (modifier.Index < 0)
                continue;
            var name = reader.Menu.Modifiers[modifier.Index].Modifier.Name;
            if (!modifiers.Exists(other => other.Modifier == name))
                modifiers.Add(new(name, modifier.Action, modifier.Quantity));
        }

        return modifiers;
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
