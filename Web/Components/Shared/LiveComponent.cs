using Microsoft.AspNetCore.Components;
using Restaurant.Domain.Live;
using Restaurant.Web.Components.Beats;

namespace Restaurant.Web.Components.Shared;

/// <summary>A component that reads its rows again when what it shows has changed, at most ten times a second.</summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    // A browser that does not say that it has shown the last picture is sent the next only so often.
    private static readonly TimeSpan SlowBrowser = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource gone = new();
    private TaskCompletionSource? drawn;
    private string? began; // the page's address

    // Taken once: the source refuses to give it when it is disposed, and work may end later than the component.
    protected LiveComponent() => Gone = gone.Token;

    [Inject]
    public required Pulse Pulse { get; init; }

    [Inject]
    public required Onlooker Onlooker { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required Patience Patience { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>What the component shows.</summary>
    protected abstract Topic Watched { get; }

    /// <summary>Cancelled when the component leaves the page.</summary>
    protected CancellationToken Gone { get; }

    /// <summary>The shortest time between two reloads; null is ten a second, and fewer where many pages are open.</summary>
    protected virtual TimeSpan? Pace => null;

    /// <summary>Where what is shown ages though nothing changes: how often it is read all the same.</summary>
    protected virtual TimeSpan? AtLeastEvery => null;

    /// <summary>Kept up at its own pace though the page lies behind another: it makes itself heard.</summary>
    protected virtual bool EvenUnseen => false;

    /// <summary>What may be shared with other pages is read by <see cref="Beat.ShareAsync"/>.</summary>
    protected abstract Task ReloadAsync();

    /// <summary>Leads to another page, but not those who have gone to one by themselves while something was done.</summary>
    protected void GoTo(string address, bool replace = false)
    {
        // What is done may take the component off the page, too: a form goes with what it deletes.
        if (!Gone.IsCancellationRequested || Page(Navigation) == began)
            Navigation.NavigateTo(address, replace: replace);
    }

    // Here and not when it is initialized: forms that follow no changes leave that out, and go to other pages all the same.
    public override Task SetParametersAsync(ParameterView parameters)
    {
        began ??= Page(Navigation);
        return base.SetParametersAsync(parameters);
    }

    protected override void OnInitialized() => _ = FollowAsync();

    private static string Page(NavigationManager navigation) => new Uri(navigation.Uri).AbsolutePath;

    private async Task FollowAsync()
    {
        try
        {
            // Started on the renderer's context, so every reload comes back to it: no InvokeAsync needed.
            var following = new Following(Watched, Onlooker) { Pace = () => Pace, AtLeastEvery = AtLeastEvery, EvenUnseen = EvenUnseen };
            await foreach (var (beat, _) in Pulse.FollowAsync(following, Gone))
            {
                await Patience.ReadAsync(() => beat.DuringAsync(ReloadAsync), Gone);
                await DrawAsync();
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

    // The framework calls this when the browser says that it has shown what was drawn.
    protected sealed override void OnAfterRender(bool firstRender) => drawn?.TrySetResult();

    private async Task DrawAsync()
    {
        drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        StateHasChanged();
        try
        {
            await drawn.Task.WaitAsync(SlowBrowser, Time, Gone);
        }
        catch (TimeoutException)
        {
            // It may be back some day, and then wants to see how things are.
        }
    }

    public void Dispose()
    {
        gone.Cancel();
        gone.Dispose();
        GC.SuppressFinalize(this);
    }
}
