using Restaurant.Domain.Messages;

namespace Restaurant.Infrastructure.Messages;

/// <summary>
/// What waits at the door, in order, for the writers. A sender's messages are never with two of them: the later ones could be numbered before
/// the earlier, or not find the turn that those open.
/// </summary>
internal sealed class WaitingDeliveries(int writers)
{
    /// <summary>
    /// Messages: what is stored in half a second. Where a database hangs, callers give up and send again, and what they left behind would gather.
    /// </summary>
    internal const int Most = 10_000;

    /// <summary>So many messages are committed within a moment; who comes meanwhile may as well wait for that.</summary>
    internal const int Quick = 64;

    private readonly Lock turnstile = new();
    private readonly LinkedList<Delivery> waiting = [];
    private readonly HashSet<(string Channel, string Sender)> underWay = [];
    private int writing;
    private int messages;
    private int messagesUnderWay;

    // Each commit flushes the log, one after the other, whether it brings one message or eight: a second writer for the first who came
    // would hold up both. Two thirds of what is under way are worth one; fewer are taken when that is over.
    private bool IsGathering => messagesUnderWay <= Quick && 3 * messages < 2 * messagesUnderWay;

    /// <returns>Whether a writer is to be started for it.</returns>
    /// <exception cref="InboxFullException">As many wait as are kept here.</exception>
    public bool Add(Delivery delivery)
    {
        lock (turnstile)
        {
            if (messages >= Most)
                throw new InboxFullException(messages);
            messages += delivery.Messages.Count;
            waiting.AddLast(delivery);
            if (writing == writers || IsGathering)
                return false;
            writing++;
            return true;
        }
    }

    /// <param name="most">Where so many messages are together, no more are added.</param>
    /// <param name="done">What this writer took last and has committed.</param>
    /// <returns>Nothing when the writer is to end: what still waits then, another one takes.</returns>
    public IReadOnlyList<Delivery> Take(int most, IReadOnlyList<Delivery>? done)
    {
        var group = new List<Delivery>();
        lock (turnstile)
        {
            foreach (var delivery in done ?? [])
            {
                underWay.ExceptWith(delivery.Senders);
                messagesUnderWay -= delivery.Messages.Count;
            }

            if (IsGathering)
            {
                writing--;
                return group;
            }

            var held = new HashSet<(string, string)>(underWay);
            var count = 0;
            for (var node = waiting.First; node is not null && count < most;)
            {
                var (delivery, next) = (node.Value, node.Next);
                if (held.Overlaps(delivery.Senders))
                {
                    held.UnionWith(delivery.Senders);
                }
                else
                {
                    waiting.Remove(node);
                    messages -= delivery.Messages.Count;
                    group.Add(delivery);
                    count += delivery.Messages.Count;
                }

                node = next;
            }

            foreach (var delivery in group)
                underWay.UnionWith(delivery.Senders);
            messagesUnderWay += count;
            if (group.Count == 0)
                writing--;
        }

        return group;
    }
}

/// <summary>Messages that were handed in together, and are answered together.</summary>
internal sealed record Delivery(IReadOnlyList<NewMessage> Messages)
{
    public IReadOnlyList<(string Channel, string Sender)> Senders { get; } = [.. Messages.Select(message => (message.Channel, message.Sender)).Distinct()];

    public TaskCompletionSource<IReadOnlyList<ReceivedMessage>> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
