using Restaurant.Web.Components.Beats;

namespace Restaurant.Web.Components.Layout;

/// <summary>Counts what waits, once for all open pages. It holds the program's own services: a page's may be gone before another has its answer.</summary>
public sealed class NavReadings(IServiceProvider services)
{
    public Task<int> CountAsync(NavItem item, CancellationToken cancellationToken) =>
        Beat.ShareAsync(item, stop => item.Count!(services, stop), cancellationToken);
}
