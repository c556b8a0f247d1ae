namespace Restaurant.Domain.Understanding.Compile;

internal static class WordTrie
{
    public const int Root = 0;
    public const int Nowhere = -1;
}

/// <summary>Phrases by their words: one step a word, a value where a phrase may end.</summary>
internal sealed class WordTrie<T>
    where T : class
{
    private readonly Dictionary<long, int> edges = [];
    private readonly List<T?> values = [null];

    public int Step(int node, int word) => edges.GetValueOrDefault(Edge(node, word), WordTrie.Nowhere);

    public T? At(int node) => node < 0 ? null : values[node];

    public int Grow(int node, int word)
    {
        if (edges.TryGetValue(Edge(node, word), out var next))
            return next;
        next = values.Count;
        values.Add(null);
        edges.Add(Edge(node, word), next);
        return next;
    }

    public void Put(int node, T value) => values[node] = value;

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;
}
