using Restaurant.Domain.Live;
using Restaurant.Web.Components.Beats;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Components.Layout;

/// <summary>One viewer's badge figures, read again when what they count has changed, at most once a second. Sidebar and bottom bar share them.</summary>
public sealed class NavCounts(Pulse pulse, Onlooker onlooker, NavReadings readings, Patience patience) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

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
        var following = new Following(watched, onlooker) { Pace = () => Pace, AtLeastEvery = SlowLook };
        await foreach (var (beat, topics) in pulse.FollowAsync(following, gone.Token))
            await patience.ReadAsync(() => beat.DuringAsync(() => ReadAsync(counted, topics == Topic.None ? watched : topics)), gone.Token);
    }

    private async Task ReadAsync(List<NavItem> counted, Topic topics)
    {
        var moved = false;
        foreach (var item in counted.Where(item => (item.Watched & topics) != Topic.None))
        {
            var count = await readings.CountAsync(item, gone.Token);
            moved |= count != this[item];
            counts[item] = count;
        }

        if (moved)
            Changed?.Invoke();
    }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
    }
}
