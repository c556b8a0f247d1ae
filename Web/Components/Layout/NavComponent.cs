using Microsoft.AspNetCore.Components;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Components.Layout;

/// <summary>Navigation that shows only what its viewer may open, with live figures.</summary>
public abstract class NavComponent : ComponentBase, IDisposable
{
    [Inject]
    public required NavCounts Counts { get; init; }

    [Inject]
    public required Viewer Viewer { get; init; }

    protected IReadOnlyList<IReadOnlyList<NavItem>> Groups { get; private set; } = [];

    protected override async Task OnInitializedAsync()
    {
        var groups = new List<IReadOnlyList<NavItem>>();
        foreach (var group in NavItems.Groups)
        {
            var open = new List<NavItem>();
            foreach (var item in group)
            {
                if (await Viewer.MayAsync(item.Policy))
                    open.Add(item);
            }
            if (open.Count > 0)
                groups.Add(open);
        }
        Groups = groups;
        Counts.Changed += Show;
        _ = FollowAsync();
    }

    protected bool Has(NavItem item) => Groups.Any(group => group.Contains(item));

    private async Task FollowAsync()
    {
        try
        {
            await Counts.FollowAsync([.. Groups.SelectMany(group => group)]);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The viewer left.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private void Show() => _ = InvokeAsync(StateHasChanged);

    public void Dispose()
    {
        Counts.Changed -= Show;
        GC.SuppressFinalize(this);
    }
}
