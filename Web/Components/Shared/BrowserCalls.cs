using Microsoft.JSInterop;

namespace Restaurant.Web.Components.Shared;

/// <summary>Calls into the browser whose answer nobody waits for: nothing happens when it has gone before, and what was in it with it.</summary>
internal static class BrowserCalls
{
    public static ValueTask TellAsync(this IJSRuntime browser, string function, params object?[] arguments) =>
        UnlessGoneAsync(() => browser.InvokeVoidAsync(function, arguments));

    /// <param name="script">What a component holds of the page; null where it never came to that.</param>
    public static ValueTask TellAsync(this IJSObjectReference? script, string function, params object?[] arguments) =>
        script is null ? ValueTask.CompletedTask : UnlessGoneAsync(() => script.InvokeVoidAsync(function, arguments));

    /// <summary>Moves the focus to the first element found, where there is one.</summary>
    public static ValueTask FocusAsync(this IJSRuntime browser, string selector) => browser.TellAsync("restaurantFocus", selector);

    /// <summary>The end of a script object when its component goes.</summary>
    /// <param name="last">The function that lets go of what the script holds in the page.</param>
    public static ValueTask LeaveAsync(this IJSObjectReference? script, string last, params object?[] arguments) => script is null
        ? ValueTask.CompletedTask
        : UnlessGoneAsync(async () =>
        {
            await script.InvokeVoidAsync(last, arguments);
            await script.DisposeAsync();
        });

    private static async ValueTask UnlessGoneAsync(Func<ValueTask> call)
    {
        try
        {
            await call();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // Closed, or no longer answering.
        }
    }
}
