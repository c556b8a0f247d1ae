namespace Restaurant.Domain.Messages;

/// <summary>
/// The short way from the door to the pump of the same node: messages that are stored under this node's lease need no claim.
/// What finds no place in it waits in the table, for whichever node is free. A sender's messages leave it one batch after the other.
/// </summary>
public sealed class Lane
{
    private const int Places = 8000;
    private readonly Lock turnstile = new();
    private readonly Queue<IReadOnlyList<CustomerMessage>> groups = new();

    // What stood behind a batch that is over; older than any message of its senders in the groups.
    private readonly Queue<IReadOnlyList<CustomerMessage>> next = new();

    // The senders of what was taken and is not done, each with what came in behind it.
    private readonly Dictionary<(string Channel, string Sender), List<CustomerMessage>> underWay = [];

    // Something of theirs failed and waits in the table, where the rest of them has to wait too.
    private readonly HashSet<(string Channel, string Sender)> barred = [];
    private int free = Places;
    private int waiting;
    private volatile LanePass? open;
    private volatile bool crowded;

    /// <summary>Nobody is in it, and nobody on the way in.</summary>
    public bool IsEmpty => Volatile.Read(ref free) == Places;

    /// <summary>Raised when messages have come in. Must not block.</summary>
    public event Action? Filled;

    /// <param name="owner">In whose name messages are leased; no claim ever uses it.</param>
    public void Open(string owner, TimeSpan lease)
    {
        if (!crowded)
            open ??= new(owner, lease, 0);
    }

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
        lock (turnstile)
        {
            groups.Enqueue(leased);
            waiting += leased.Count;
        }

        Filled?.Invoke();
    }

    /// <summary>How many can be taken now.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>
    /// What came in since, at least one group where there is one, and not many more than <paramref name="most"/> messages. Whose sender is
    /// under way stays behind.
    /// </summary>
    /// <param name="turnedBack">To be given back to the table, where an earlier message of their sender waits; then their places too.</param>
    public IReadOnlyList<CustomerMessage> Take(int most, out IReadOnlyList<CustomerMessage> turnedBack)
    {
        var taken = new List<CustomerMessage>();
        var back = new List<CustomerMessage>();
        lock (turnstile)
        {
            while (taken.Count < most && (next.TryDequeue(out var group) || groups.TryDequeue(out group)))
            {
                waiting -= group.Count;
                foreach (var message in group)
                    (barred.Contains(Sender(message)) ? back : underWay.TryGetValue(Sender(message), out var behind) ? behind : taken).Add(message);
            }

            foreach (var message in taken)
                underWay.TryAdd(Sender(message), []);
        }

        turnedBack = back;
        return taken;
    }

    /// <summary>The work on them is over: the next of their senders can be taken.</summary>
    /// <param name="failed">Those of them that are to be tried again, as the table says by now: nothing of their senders goes before that.</param>
    public void Leave(IReadOnlyList<CustomerMessage> taken, IReadOnlyList<CustomerMessage> failed)
    {
        lock (turnstile)
        {
            barred.UnionWith(failed.Select(Sender));

            // They are forgotten when the lane is empty, which it may never be by itself while messages come.
            if (barred.Count > Places)
            {
                crowded = true;
                Close();
            }

            foreach (var message in taken)
            {
                if (!underWay.Remove(Sender(message), out var behind) || behind.Count == 0)
                    continue;
                next.Enqueue(behind);
                waiting += behind.Count;
            }
        }

        Leave(taken.Count);
    }

    /// <summary>Gives places back: their messages are done, or were not stored.</summary>
    public void Leave(int count)
    {
        // Whoever comes in from now on is stored after the failure was, and stays in the table by itself.
        if (Interlocked.Add(ref free, count) == Places)
        {
            lock (turnstile)
            {
                if (IsEmpty)
                {
                    barred.Clear();
                    crowded = false;
                }
            }
        }
    }

    private static (string Channel, string Sender) Sender(CustomerMessage message) => (message.Channel, message.Sender);
}

/// <param name="Owner">In whose name the messages are leased.</param>
public sealed record LanePass(string Owner, TimeSpan Lease, int Count);
