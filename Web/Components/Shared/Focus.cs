using Microsoft.JSInterop;

namespace Restaurant.Web.Components.Shared;

internal static class Focus
{
    /// <summary>Moves the focus to the first element found; nothing happens when there is none, or when the browser is gone.</summary>
    public static async ValueTask FocusAsync(this IJSRuntime browser, string selector)
    {
        try
        {
            await browser.InvokeVoidAsync("restaurantFocus", selector);
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            // Closed, or no longer answering.
        }
    }
}
