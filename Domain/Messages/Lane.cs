using System.Collections.Concurrent;

namespace Restaurant.Domain.Messages;

/// <summary>
/// The short way from the door to the pump of the same node: messages that are stored under this node's lease need no claim.
/// What finds no place in it waits in the table, for whichever node is free.
/// </summary>
public sealed class Lane
{
    private const int Places = 4000;
    private readonly ConcurrentQueue<IReadOnlyList<CustomerMessage>> groups = new();
    private int free = Places;
    private int waiting;
    private volatile LanePass? open;

    /// <summary>Nobody is in it, and nobody on the way in.</summary>
    public bool IsEmpty => Volatile.Read(ref free) == Places;

    /// <summary>Raised when messages have come in. Must not block.</summary>
    public event Action? Filled;

    /// <param name="owner">In whose name messages are leased; no claim ever uses it.</param>
    public void Open(string owner, TimeSpan lease) => open ??= new(owner, lease, 0);

    /// <summary>Nobody gets in any more: older messages wait in the table, or the pump stops.</summary>
    public void Close() => open = null;

    /// <summary>Places for messages that are about to be stored; null when there is no room for all of them.</summary>
    public LanePass? Enter(int count)
    {
        if (open is not { } pass)
            return null;
        if (Interlocked.Add(ref free, -count) >= 0)
            return pass with { Count = count };
        Leave(count);
        return null;
    }

    /// <summary>After the commit: what was leased is there to be taken, in number order. The places of the others are free again.</summary>
    public void Fill(LanePass pass, IReadOnlyList<CustomerMessage> leased)
    {
        Leave(pass.Count - leased.Count);
        if (leased.Count == 0)
            return;
        groups.Enqueue(leased);
        Interlocked.Add(ref waiting, leased.Count);
        Filled?.Invoke();
    }

    /// <summary>How many can be taken now.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>What came in since, at least one group where there is one, and not many more than <paramref name="most"/> messages.</summary>
    public IReadOnlyList<CustomerMessage> Take(int most)
    {
        var taken = new List<CustomerMessage>();
        while (taken.Count < most && groups.TryDequeue(out var next))
            taken.AddRange(next);
        Interlocked.Add(ref waiting, -taken.Count);
        return taken;
    }

    /// <summary>Gives places back: their messages are done, or were not stored.</summary>
    public void Leave(int count) => Interlocked.Add(ref free, count);
}

/// <param name="Owner">In whose name the messages are leased.</param>
public sealed record LanePass(string Owner, TimeSpan Lease, int Count);
