namespace Restaurant.Domain.Understanding.Search;

/// <summary>
/// The entries of one thread's chains, used again for the next message: nearly all of them belong to readings that lose, and none is left
/// when a message has been read. It never grows past a fixed size; what a longer message needs on top is let go.
/// </summary>
internal sealed class ChainStore<T>
    where T : notnull
{
    private const int MostKept = 1024;

    [ThreadStatic]
    private static ChainStore<T>? mine;

    private readonly List<Chain<T>> kept = [];
    private int taken;

    public static ChainStore<T> Mine => mine ??= new();

    /// <summary>All chains so far are done with.</summary>
    public void Clear() => taken = 0;

    public Chain<T> Take()
    {
        if (taken < kept.Count)
            return kept[taken++];
        var more = new Chain<T>();
        if (taken < MostKept)
        {
            kept.Add(more);
            taken++;
        }

        return more;
    }
}
