using System.Runtime.InteropServices;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>
/// Finds the best reading of the whole message: at every word it keeps the few best readings so far and takes every
/// way on, so that a later word can still decide what an earlier one meant.
/// </summary>
internal static class OrderSearch
{
    private const int Width = 4;

    /// <returns>The best reading and, for the margin, the best one that orders something else.</returns>
    public static (Hypothesis Best, Hypothesis? Second) Run(Reader reader)
    {
        var (lattice, frontier) = (reader.Lattice, reader.Frontier);
        frontier.Begin(lattice.Count + 1);
        reader.Next.Clear();
        reader.Next.Add(reader.HasFallback ? new Hypothesis().Doubt("it says what to bring where something is out") : new());
        frontier.Add(0, reader.Next);
        for (var at = 0; at < lattice.Count; at++)
        {
            if (frontier.At(at) is not { } here)
                continue;
            frontier.Prune(at, Width);
            foreach (ref readonly var hypothesis in CollectionsMarshal.AsSpan(here))
            {
                foreach (var segment in lattice.At(at))
                {
                    reader.Next.Clear();
                    Steps.Take(reader, hypothesis, segment);
                    frontier.Add(segment.End, reader.Next);
                }
            }

            frontier.Leave(at);
        }

        var finished = frontier.At(lattice.Count)!;
        foreach (ref var hypothesis in CollectionsMarshal.AsSpan(finished))
            hypothesis = Closing.Finish(reader, hypothesis);
        var (best, second) = BestTwo(CollectionsMarshal.AsSpan(finished));
        frontier.Leave(lattice.Count);
        return (best, second);
    }

    // The first of equals.
    private static (Hypothesis Best, Hypothesis? Second) BestTwo(ReadOnlySpan<Hypothesis> finished)
    {
        var best = 0;
        for (var i = 1; i < finished.Length; i++)
        {
            if (finished[i].Score > finished[best].Score)
                best = i;
        }

        var (second, order) = (-1, Outcome.Of(finished[best]));
        for (var i = 0; i < finished.Length; i++)
        {
            if ((second < 0 || finished[i].Score > finished[second].Score) && Outcome.Of(finished[i]) != order)
                second = i;
        }

        return (finished[best], second < 0 ? null : finished[second]);
    }
}
