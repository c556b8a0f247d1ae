namespace Restaurant.Domain.Understanding.Intents;

/// <summary>The same for each on all cores, results in the order of what was asked. PLINQ would do it too, and stay in memory with all its machinery.</summary>
internal static class SideBySide
{
    public static TResult[] Each<T, TResult>(IReadOnlyList<T> list, Func<T, TResult> read)
    {
        var results = new TResult[list.Count];
        Parallel.For(0, results.Length, i => results[i] = read(list[i]));
        return results;
    }
}
