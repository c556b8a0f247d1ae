using System.Net.Http.Json;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Telemetry;

public sealed class MetricsTests(TheServer server)
{
    [Fact]
    public async Task A_message_is_seen_in_the_figures_from_its_arrival_to_its_registration()
    {
        var channel = $"channel-{Guid.NewGuid().ToString("N")[..8]}";
        var client = await server.WithKeyAsync(Role.Owner);

        var answer = await client.PostAsJsonAsync("/api/messages", new { channel, externalId = "1", sender = "ann", text = "thank you so much" });
        answer.EnsureSuccessStatusCode();

        string[] expected =
        [
            $"restaurant_messages_received_total{{channel=\"{channel}\"}} 1\n",
            "restaurant_messages_registered_total{outcome=\"Miscellaneous\"}",
            "restaurant_understanding_duration_seconds_count{outcome=\"Miscellaneous\"}",
            "restaurant_registering_duration_seconds_bucket{outcome=\"Miscellaneous\",le=\"+Inf\"}",
            "# TYPE restaurant_messages_backlog gauge\n",
        ];
        var page = "";
        await Poll.UntilAsync(
            async () =>
            {
                page = await client.GetStringAsync("/metrics");
                return expected.All(line => page.Contains(line, StringComparison.Ordinal));
            },
            "the message is counted on all its way");
    }

    [Fact]
    public async Task A_name_with_quotes_and_lines_breaks_no_line_of_the_page()
    {
        Domain.Shared.Telemetry.OutboxSent.Add(1, new KeyValuePair<string, object?>("room", "a \"quoted\" \\ name\nin two lines"));

        (await (await server.WithKeyAsync(Role.Owner)).GetStringAsync("/metrics"))
            .ShouldContain("restaurant_outbox_sent_total{room=\"a \\\"quoted\\\" \\\\ name\\nin two lines\"} 1\n");
    }

    [Fact]
    public async Task The_pump_says_that_it_is_alive()
    {
        var heartbeats = (Domain.Live.Heartbeats)server.Services.GetService(typeof(Domain.Live.Heartbeats))!;

        await Poll.UntilAsync(() => heartbeats.Parts.Contains("message pump"), "the pump has given a sign of life");
    }
}
