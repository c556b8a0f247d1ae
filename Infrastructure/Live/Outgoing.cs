using System.Threading.Channels;
using Restaurant.Domain.Live;

namespace Restaurant.Infrastructure.Live;

/// <summary>The topics that other nodes have not been told of yet. Adding never waits.</summary>
internal sealed class Outgoing
{
    private readonly Channel<bool> some = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int topics;

    public void Add(Topic topic)
    {
        Interlocked.Or(ref topics, (int)topic);
        some.Writer.TryWrite(true);
    }

    /// <summary>Waits until there is something, and takes all of it.</summary>
    public async Task<Topic> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await some.Reader.ReadAsync(cancellationToken);
            if ((Topic)Interlocked.Exchange(ref topics, 0) is not Topic.None and var taken)
                return taken;
        }
    }
}
