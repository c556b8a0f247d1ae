namespace Restaurant.Domain.Understanding.Search;

/// <summary>Turns the best reading into what the rest of the product works with.</summary>
internal static class ReadingWriter
{
    // More of one dish than a table eats: a slip, a joke or a party that calls ahead.
    private const int MostOfOneDish = 50;

    // There was no other reading at all.
    private const double AloneMargin = 9;

    public static OrderReading Write(string text, Reader reader, Hypothesis best, Hypothesis? second)
    {
        var lines = new List<ReadLine>();
        var mentions = new List<ReadLine>();
        var unmatched = new List<(int Start, UnmatchedPhrase Phrase)>();
        foreach (var draft in best.Lines.Each().Where(line => line.Quantity > 0).OrderBy(line => line.Start))
        {
            var isAsked = draft.Role is not (Role.Question or Role.Story);
            if (draft.Item >= 0)
                Merge(isAsked ? lines : mentions, Line(text, reader, draft));
            else if (isAsked)
                unmatched.Add((draft.Start, Phrase(text, reader, draft)));
        }

        foreach (var missing in best.Missing.Each())
            unmatched.Add((missing.Start, new(Words(text, reader, missing.Start, missing.End), [])));

        var reason = lines.Count == 0 && unmatched.Count == 0
            ? "nothing is asked for"
            : $"{lines.Count} lines read, {unmatched.Count} phrases not on the menu";
        return new(lines, [.. unmatched.OrderBy(entry => entry.Start).Select(entry => entry.Phrase)], Certainty(best, lines, unmatched.Count), reason)
        {
            Mentions = mentions,
            Margin = second is null ? AloneMargin : best.Score - second.Score,
            Spans = ReadingSpans.Of(reader, best, text),
            PassedOver = best.Passed,
            Guesses = best.Guesses,
            Doubts = [.. Doubts(best, lines)],
            RunnerUp = second is null ? null : RunnersUp.Of(reader, best, second),
        };
    }

    private static IEnumerable<string> Doubts(Hypothesis best, List<ReadLine> lines) => best.Doubts.Each()
        .Concat(lines.Where(line => line.Quantity > MostOfOneDish).Select(line => $"{line.Quantity} of one dish"))
        .Distinct();

    private static ReadLine Line(string text, Reader reader, DraftLine draft)
    {
        var item = reader.Menu.Items[draft.Item].Item;
        var modifiers = draft.Modifiers.Each()
            .Where(modifier => modifier.Index >= 0)
            .Reverse()
            .Select(modifier => new ReadModifier(reader.Menu.Modifiers[modifier.Index].Modifier.Name, modifier.Action, modifier.Quantity))
            .DistinctBy(modifier => modifier.Modifier)
            .ToList();
        return new(item.Name, draft.Quantity, draft.Size < 0 ? null : item.Sizes[draft.Size].Name, modifiers, Words(text, reader, draft.Start, draft.End), draft.Why)
        {
            Confidence = draft.Trust,
        };
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
        var same = lines.FindIndex(other => other.Item == line.Item && other.Size == line.Size && SameModifiers(other.Modifiers, line.Modifiers));
        if (same < 0)
            lines.Add(line);
        else
            lines[same] = lines[same] with { Quantity = lines[same].Quantity + line.Quantity };
    }

    private static bool SameModifiers(IReadOnlyList<ReadModifier> left, IReadOnlyList<ReadModifier> right) =>
        left.Count == right.Count && left.All(right.Contains);

    private static double Certainty(Hypothesis best, List<ReadLine> lines, int unmatched)
    {
        var certainty = lines.Aggregate(0.98, (sure, line) => sure * line.Confidence);
        certainty *= Math.Pow(0.97, best.Guesses) * Math.Pow(0.96, best.Passed) * Math.Pow(0.8, unmatched);
        var isDoubtful = best.Doubts is not null || lines.Exists(line => line.Quantity > MostOfOneDish);
        return Math.Clamp(isDoubtful ? certainty * 0.5 : certainty, 0.01, 0.99);
    }

    private static string Words(string text, Reader reader, int start, int end)
    {
        var from = reader.Tokens[start].Start;
        return text[from..reader.Tokens[end - 1].End];
    }
}
