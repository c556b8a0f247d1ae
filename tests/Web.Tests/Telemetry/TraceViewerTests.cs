using Microsoft.Extensions.Configuration;
using Restaurant.Web.Telemetry;

namespace Restaurant.Web.Tests.Telemetry;

public sealed class TraceViewerTests
{
    [Fact]
    public void A_trace_is_linked_to_where_a_viewer_is_configured_and_nowhere_else()
    {
        From("https://traces.example.com/trace/{id}?from=app").LinkTo("0af7").ShouldBe("https://traces.example.com/trace/0af7?from=app");
        From(null).LinkTo("0af7").ShouldBeNull();
    }

    [Theory]
    [InlineData("https://traces.example.com/trace")]
    [InlineData("javascript:alert('{id}')")]
    [InlineData("traces/{id}")]
    public void What_is_no_address_of_a_trace_is_refused_at_start(string address) =>
        Should.Throw<InvalidOperationException>(() => From(address)).Message.ShouldContain("Telemetry:TraceLink");

    private static TraceViewer From(string? address) =>
        TraceViewer.From(new ConfigurationBuilder().AddInMemoryCollection([new("Telemetry:TraceLink", address)]).Build());
}
