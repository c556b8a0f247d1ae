using Microsoft.JSInterop;

namespace Restaurant.Web.Components.Shared;

/// <summary>The end of a script object when its component goes: perhaps the browser has gone before, and its listeners with it.</summary>
internal static class Farewell
{
    /// <param name="script">What the component holds; null where it never came to that.</param>
    /// <param name="last">The function that lets go of what the script holds in the page.</param>
    public static async ValueTask LeaveAsync(this IJSObjectReference? script, string last, params object?[] arguments)
    {
        if (script is null)
            return;
        try
        {
            await script.InvokeVoidAsync(last, arguments);
            await script.DisposeAsync();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // Closed, or no longer answering.
        }
    }
}
