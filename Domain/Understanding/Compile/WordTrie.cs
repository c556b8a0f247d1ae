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

    // By word: nearly every step is a first one.
    private readonly List<int> fromRoot = [];

    public int Step(int node, int word)
    {
        if (node != WordTrie.Root)
            return word < 0 || node < 0 ? WordTrie.Nowhere : edges.GetValueOrDefault(Edge(node, word), WordTrie.Nowhere);
        return (uint)word < (uint)fromRoot.Count ? fromRoot[word] : WordTrie.Nowhere;
    }

    public T? At(int node) => node < 0 ? null : values[node];

    public int Grow(int node, int word)
    {
        if (Step(node, word) is >= 0 and var known)
            return known;
        var next = values.Count;
        values.Add(null);
        if (node != WordTrie.Root)
        {
            edges.Add(Edge(node, word), next);
            return next;
        }

        while (fromRoot.Count <= word)
            fromRoot.Add(WordTrie.Nowhere);
        return fromRoot[word] = next;
    }

    public IEnumerable<T> Values => values.OfType<T>();

    public void Put(int node, T value) => values[node] = value;

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;
}
