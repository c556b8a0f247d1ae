namespace Restaurant.Domain.Understanding.Search;

/// <summary>Says by one number what something orders: equal orders have equal numbers, others nearly always different ones.</summary>
internal interface IShaped
{
    int Shape { get; }

    /// <summary>Bits of what can be looked for in it: where a list has none of them, it need not be walked.</summary>
    ulong Traits => 0;
}

/// <summary>A list that several readings share: the newest entry first, older ones never change.</summary>
internal sealed class Chain<T>(T head, Chain<T>? tail)
    where T : class
{
    private const int Step = 0x2545F491;

    public T Head => head;
    public Chain<T>? Tail => tail;
    public int Count { get; } = 1 + (tail?.Count ?? 0);

    /// <summary>The shape of all entries in their order. A longer list costs only its new entry.</summary>
    public int Shape { get; } = ((head as IShaped)?.Shape ?? 0) + Step * (tail?.Shape ?? 0);

    /// <summary>The traits of all entries together.</summary>
    public ulong Traits { get; } = ((head as IShaped)?.Traits ?? 0) | (tail?.Traits ?? 0);

    /// <summary>What the shape of another list is multiplied by where it follows this one.</summary>
    public int Power { get; } = Step * (tail?.Power ?? 1);
}

/// <summary>Walks a chain without making anything.</summary>
internal struct Entries<T>(Chain<T>? chain)
    where T : class
{
    private Chain<T>? rest = chain;

    public T Current { get; private set; } = null!;

    public bool MoveNext()
    {
        if (rest is null)
            return false;
        (Current, rest) = (rest.Head, rest.Tail);
        return true;
    }

    public readonly Entries<T> GetEnumerator() => this;
}

internal static class Chain
{
    public static int Shape<T>(this Chain<T>? chain)
        where T : class => chain is null ? 0 : chain.Shape;

    /// <summary>The shape of one list with another behind it.</summary>
    public static int Shape<T, TOther>(this Chain<T>? chain, Chain<TOther>? behind)
        where T : class
        where TOther : class => chain is null ? behind.Shape() : chain.Shape + chain.Power * behind.Shape();

    public static Chain<T> Push<T>(this Chain<T>? chain, T head)
        where T : class => new(head, chain);

    /// <summary>The entries, newest first.</summary>
    public static Entries<T> Each<T>(this Chain<T>? chain)
        where T : class => new(chain);

    /// <summary>The same list the other way round.</summary>
    public static Entries<T> OldestFirst<T>(this Chain<T>? chain)
        where T : class
    {
        if (chain?.Tail is null)
            return new(chain);
        Chain<T>? turned = null;
        for (; chain is not null; chain = chain.Tail)
            turned = turned.Push(chain.Head);
        return new(turned);
    }

    /// <summary>The newest entry that fits; null when none does.</summary>
    /// <param name="traits">What fits has one of these.</param>
    public static T? Newest<T, TState>(this Chain<T>? chain, ulong traits, TState state, Func<T, TState, bool> fits)
        where T : class
    {
        for (; chain is not null && (chain.Traits & traits) != 0; chain = chain.Tail)
        {
            if (fits(chain.Head, state))
                return chain.Head;
        }

        return null;
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
