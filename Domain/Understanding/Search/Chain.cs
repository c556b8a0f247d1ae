namespace Restaurant.Domain.Understanding.Search;

/// <summary>A list that several readings share: the newest entry first, older ones never change.</summary>
internal sealed record Chain<T>(T Head, Chain<T>? Tail);

internal static class Chain
{
    public static Chain<T> Push<T>(this Chain<T>? chain, T head) => new(head, chain);

    public static IEnumerable<T> Each<T>(this Chain<T>? chain)
    {
        for (; chain is not null; chain = chain.Tail)
            yield return chain.Head;
    }

    /// <summary>The same list with every entry that <paramref name="change"/> alters replaced; entries for which it returns null are left out.</summary>
    public static Chain<T>? Map<T>(this Chain<T>? chain, Func<T, T?> change)
        where T : class
    {
        if (chain is null)
            return null;
        var tail = chain.Tail.Map(change);
        var head = change(chain.Head);
        return head is null ? tail : ReferenceEquals(head, chain.Head) && ReferenceEquals(tail, chain.Tail) ? chain : new(head, tail);
    }
}
