using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>
/// Finds the best reading of the whole message: at every word it keeps the few best readings so far and takes every
/// way on, so that a later word can still decide what an earlier one meant.
/// </summary>
internal static class OrderSearch
{
    private const int Width = 4;

    /// <returns>The best reading and, for the margin, the best one that orders something else.</returns>
    public static (Hypothesis Best, Hypothesis? Second) Run(Reader reader, List<Segment>[] lattice)
    {
        var frontier = new List<Hypothesis>[lattice.Length + 1];
        frontier[0] = [new()];
        for (var at = 0; at < lattice.Length; at++)
        {
            if (frontier[at] is not { } here)
                continue;
            Prune(here);
            foreach (var hypothesis in here)
            {
                foreach (var segment in lattice[at])
                {
                    reader.Next.Clear();
                    Steps.Take(reader, hypothesis, segment);
                    (frontier[segment.End] ??= []).AddRange(reader.Next);
                }
            }
        }

        var finished = frontier[^1].ConvertAll(hypothesis => Closing.Finish(reader, hypothesis));
        finished.Sort((left, right) => right.Score.CompareTo(left.Score));
        var shape = Shape.Of(finished[0]);
        return (finished[0], finished.Skip(1).FirstOrDefault(other => Shape.Of(other) != shape));
    }

    private static void Prune(List<Hypothesis> hypotheses)
    {
        if (hypotheses.Count <= 1)
            return;
        hypotheses.Sort((left, right) => right.Score.CompareTo(left.Score));

        // Two ways to the same order so far: the better one stands for both.
        Span<int> kept = stackalloc int[Width];
        var count = 0;
        for (var i = 0; i < hypotheses.Count && count < Width; i++)
        {
            var shape = Shape.Of(hypotheses[i]);
            if (kept[..count].Contains(shape))
                continue;
            kept[count] = shape;
            hypotheses[count++] = hypotheses[i];
        }

        hypotheses.RemoveRange(count, hypotheses.Count - count);
    }
}
