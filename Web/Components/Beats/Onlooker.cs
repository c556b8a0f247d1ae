using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Restaurant.Web.Components.Beats;

/// <summary>Whether anybody looks at this page: its browser may be away for a while, or show another tab.</summary>
public sealed class Onlooker(OpenPages pages) : CircuitHandler
{
    private volatile bool away;
    private volatile bool unseen;

    public bool IsThere => !away;

    /// <summary>False while the page lies behind another tab or window.</summary>
    public bool IsLooking
    {
        get => !unseen;
        set => unseen = !value;
    }

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        pages.Add();
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        away = false;
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        away = true;
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        pages.Remove();
        return Task.CompletedTask;
    }
}
