using System.Runtime.InteropServices;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>The readings that have come as far as each token. Lists are used again once their token is left behind.</summary>
internal sealed class Frontier
{
    private readonly List<List<Hypothesis>?> at = [];
    private readonly Stack<List<Hypothesis>> spare = [];
    private readonly List<double> scores = [];
    private readonly List<Hypothesis> kept = [];

    public void Begin(int positions)
    {
        at.Clear();
        CollectionsMarshal.SetCount(at, positions);
        CollectionsMarshal.AsSpan(at).Clear();
    }

    public void Add(int position, List<Hypothesis> readings)
    {
        if (readings.Count == 0)
            return;
        var here = at[position] ??= spare.Count > 0 ? spare.Pop() : [];
        here.AddRange(CollectionsMarshal.AsSpan(readings));
    }

    /// <summary>Null when no reading stops there.</summary>
    public List<Hypothesis>? At(int position) => at[position];

    /// <summary>Keeps the best, the first of equals first, and of several ways to the same order only the best one.</summary>
    public void Prune(int position, int width)
    {
        if (at[position] is not { Count: > 1 } here)
            return;
        var all = CollectionsMarshal.AsSpan(here);
        scores.Clear();
        foreach (ref readonly var hypothesis in all)
            scores.Add(hypothesis.Score);
        Span<int> shapes = stackalloc int[width];
        kept.Clear();
        for (var left = all.Length; left > 0 && kept.Count < width; left--)
        {
            var best = Best();
            scores[best] = double.NegativeInfinity;
            var shape = Shape.Of(all[best]);
            if (shapes[..kept.Count].Contains(shape))
                continue;
            shapes[kept.Count] = shape;
            kept.Add(all[best]);
        }

        here.Clear();
        here.AddRange(CollectionsMarshal.AsSpan(kept));
    }

    private int Best()
    {
        var best = 0;
        for (var i = 1; i < scores.Count; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        return best;
    }

    public void Leave(int position)
    {
        if (at[position] is not { } here)
            return;
        at[position] = null;
        here.Clear();
        spare.Push(here);
    }
}
