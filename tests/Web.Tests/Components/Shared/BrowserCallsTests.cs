using Microsoft.JSInterop;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Tests.Components.Shared;

public sealed class BrowserCallsTests
{
    [Fact]
    public async Task A_browser_that_is_gone_stops_nobody()
    {
        IJSObjectReference script = new GoneScript();

        await script.TellAsync("ring", true);
        await script.LeaveAsync("disable");
        await ((IJSObjectReference?)null).TellAsync("ring");
    }

    [Fact]
    public async Task A_fault_of_the_script_is_not_taken_for_a_browser_that_is_gone() =>
        await Should.ThrowAsync<JSException>(async () => await new GoneScript { Because = new JSException("no such function") }.TellAsync("ring"));

    private sealed class GoneScript : IJSObjectReference
    {
        public Exception Because { get; init; } = new JSDisconnectedException("The circuit is gone.");

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => ValueTask.FromException<TValue>(Because);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => ValueTask.FromException<TValue>(Because);

        public ValueTask DisposeAsync() => ValueTask.FromException(Because);
    }
}
