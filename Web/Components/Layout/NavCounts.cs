using Restaurant.Domain.Live;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Components.Layout;

/// <summary>One viewer's badge figures, read again when what they count has changed, at most once a second. Sidebar and bottom bar share them.</summary>
public sealed class NavCounts(ChangeFeed changes, Patience patience, IServiceProvider services) : IDisposable
{
    // Also what tells a page that shows nothing else that the database is away, and back.
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(5);
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
        await patience.ReadAsync(() => ReadAsync(counted, watched), gone.Token);
        await foreach (var topics in changes.WatchAsync(watched, gone.Token, TimeSpan.FromSeconds(1), SlowLook))
            await patience.ReadAsync(() => ReadAsync(counted, topics == Topic.None ? watched : topics), gone.Token);
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
