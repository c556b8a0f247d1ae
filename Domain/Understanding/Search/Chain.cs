namespace Restaurant.Domain.Understanding.Search;

/// <summary>Says by one number what something orders: equal orders have equal numbers, others nearly always different ones.</summary>
internal interface IShaped
{
    int Shape { get; }
}

internal interface ITraited
{
    /// <summary>Bits of what can be looked for in it: where a list has none of them, it need not be walked.</summary>
    ulong Traits { get; }
}

/// <summary>
/// A list that several readings share: the newest entry first, older ones never change. It is good until the next message of the same
/// thread, like all that a search holds: see <see cref="ChainStore{T}"/>.
/// </summary>
internal sealed class Chain<T>
    where T : notnull
{
    private const int Step = 0x2545F491;

    public T Head { get; private set; } = default!;
    public Chain<T>? Tail { get; private set; }
    public int Count { get; private set; }

    /// <summary>The shape of all entries in their order. A longer list costs only its new entry.</summary>
    public int Shape { get; private set; }

    /// <summary>The traits of all entries together.</summary>
    public ulong Traits { get; private set; }

    /// <summary>What the shape of another list is multiplied by where it follows this one.</summary>
    public int Power { get; private set; }

    /// <summary>For <see cref="ChainStore{T}"/> alone.</summary>
    internal Chain<T> Begin(T head, Chain<T>? tail)
    {
        (Head, Tail) = (head, tail);
        Shape = head is IShaped shaped ? shaped.Shape : 0;
        Traits = head is ITraited traited ? traited.Traits : 0;
        (Count, Power) = (1, Step);
        if (tail is not null)
            (Count, Shape, Traits, Power) = (tail.Count + 1, Shape + Step * tail.Shape, Traits | tail.Traits, Step * tail.Power);
        return this;
    }
}

/// <summary>Walks a chain without making anything.</summary>
internal struct Entries<T>(Chain<T>? chain)
    where T : notnull
{
    private Chain<T>? rest = chain;

    public T Current { get; private set; } = default!;

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
        where T : notnull => chain is null ? 0 : chain.Shape;

    /// <summary>The shape of one list with another behind it.</summary>
    public static int Shape<T, TOther>(this Chain<T>? chain, Chain<TOther>? behind)
        where T : notnull
        where TOther : notnull => chain is null ? behind.Shape() : chain.Shape + chain.Power * behind.Shape();

    public static Chain<T> Push<T>(this Chain<T>? chain, T head)
        where T : notnull => ChainStore<T>.Mine.Take().Begin(head, chain);

    /// <summary>The entries, newest first.</summary>
    public static Entries<T> Each<T>(this Chain<T>? chain)
        where T : notnull => new(chain);

    /// <summary>The same list the other way round.</summary>
    public static Entries<T> OldestFirst<T>(this Chain<T>? chain)
        where T : notnull
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

    /// <summary>The same list without every entry that is gone.</summary>
    public static Chain<T>? Without<T, TState>(this Chain<T>? chain, TState state, Func<T, TState, bool> isGone)
        where T : notnull
    {
        if (chain is null)
            return null;
        var tail = chain.Tail.Without(state, isGone);
        return isGone(chain.Head, state) ? tail : ReferenceEquals(tail, chain.Tail) ? chain : tail.Push(chain.Head);
    }

    /// <summary>The same list with one of its entries replaced.</summary>
    public static Chain<T>? Replace<T>(this Chain<T>? chain, T before, T after)
        where T : class =>
        chain is null ? null : ReferenceEquals(chain.Head, before) ? chain.Tail.Push(after) : chain.Tail.Replace(before, after).Push(chain.Head);

    /// <summary>The same list with every entry that <paramref name="change"/> alters replaced; entries for which it returns null are left out.</summary>
    public static Chain<T>? Map<T>(this Chain<T>? chain, Func<T, T?> change)
        where T : class
    {
        if (chain is null)
            return null;
        var tail = chain.Tail.Map(change);
        var head = change(chain.Head);
        return head is null ? tail : ReferenceEquals(head, chain.Head) && ReferenceEquals(tail, chain.Tail) ? chain : tail.Push(head);
    }
}
