using Microsoft.AspNetCore.Components;
using Restaurant.Domain.Live;

namespace Restaurant.Web.Components.Shared;

/// <summary>A component that reads its rows again when what it shows has changed, at most ten times a second.</summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource gone = new();

    // Taken once: the source refuses to give it when it is disposed, and work may end later than the component.
    protected LiveComponent() => Gone = gone.Token;

    [Inject]
    public required ChangeFeed Changes { get; init; }

    [Inject]
    public required Patience Patience { get; init; }

    /// <summary>What the component shows.</summary>
    protected abstract Topic Watched { get; }

    /// <summary>Cancelled when the component leaves the page.</summary>
    protected CancellationToken Gone { get; }

    /// <summary>The shortest time between two reloads; null is ten a second.</summary>
    protected virtual TimeSpan? Pace => null;

    /// <summary>Where what is shown ages though nothing changes: how often it is read all the same.</summary>
    protected virtual TimeSpan? AtLeastEvery => null;

    protected abstract Task ReloadAsync();

    protected override void OnInitialized() => _ = FollowAsync();

    private async Task FollowAsync()
    {
        try
        {
            // Started on the renderer's context, so every reload comes back to it: no InvokeAsync needed.
            await foreach (var _ in Changes.WatchAsync(Watched, Gone, Pace, AtLeastEvery))
            {
                await Patience.ReadAsync(ReloadAsync, Gone);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
        GC.SuppressFinalize(this);
    }
}
