using Restaurant.Domain.Live;

namespace Restaurant.Web.Components.Layout;

/// <summary>One viewer's badge figures, read again when what they count has changed, at most once a second. Sidebar and bottom bar share them.</summary>
public sealed class NavCounts(ChangeFeed changes, IServiceProvider services) : IDisposable
{
    private readonly CancellationTokenSource gone = new();
    private readonly Dictionary<NavItem, int> counts = [];
    private bool started;

    public event Action? Changed;

    public int this[NavItem item] => counts.GetValueOrDefault(item);

    /// <summary>Ends when the viewer leaves. Only the first caller of a viewer follows; others get a finished task.</summary>
    public async Task FollowAsync(IReadOnlyCollection<NavItem> items)
    {
        if (started)
            return;
        started = true;
        var counted = items.Where(item => item.Count is not null).ToList();
        var watched = counted.Aggregate(Topic.None, (topics, item) => topics | item.Watched);
        await ReadAsync(counted, watched);
        await foreach (var topics in changes.WatchAsync(watched, gone.Token, TimeSpan.FromSeconds(1)))
            await ReadAsync(counted, topics);
    }

    private async Task ReadAsync(List<NavItem> counted, Topic topics)
    {
        foreach (var item in counted.Where(item => (item.Watched & topics) != Topic.None))
            counts[item] = await item.Count!(services, gone.Token);
        Changed?.Invoke();
    }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }
}
