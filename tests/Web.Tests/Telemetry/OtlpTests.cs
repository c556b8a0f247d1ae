using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Team;
using Restaurant.Testing;
using Restaurant.Web.Telemetry;

namespace Restaurant.Web.Tests.Telemetry;

public sealed class OtlpTests
{
    [Theory]
    [InlineData("http/protobuf")]
    [InlineData("grpc")]
    public async Task A_message_is_one_trace_from_the_door_to_the_room_and_figures_and_logs_come_too(string protocol)
    {
        await using var collector = await OtlpServer.StartAsync(isGrpc: protocol == "grpc");
        await using var room = await RoomServer.StartAsync();
        long number;
        await using (var program = await TheProgram.StartAsync(settings:
            [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol), ("Outbound:Allow", room.Allow), ("Logging:LogLevel:Default", "Information")]))
        {
            await program.Services.GetRequiredService<ISettings>().SaveSecretAsync(RoomSecrets.AddressOf(Room.Miscellaneous), room.Address(), "test", default);
            var client = await program.AsAsync(Role.Owner);
            var answer = await client.PostAsJsonAsync("/api/messages", new { channel = "web", externalId = "1", sender = "ann", text = "thank you so much, the soup was lovely" });
            number = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetInt64();
            await Poll.UntilAsync(() => !room.Received.IsEmpty, "the room has heard of it");
        }

        // What was still held back went out at the end. Other programs of this process may have a message of the same number.
        var spans = collector.Spans.Where(span => span.TraceId == MessageTrace.Of(number).TraceId.ToHexString() && span.Name.Contains('.') && char.IsLower(span.Name[0])).ToList();
        spans.Select(span => span.Name).Distinct().Order().ShouldBe(["message.receive", "message.register", "message.understand", "outbox.send"]);
        spans.ShouldAllBe(span => span.ParentId == MessageTrace.Of(number).SpanId.ToHexString());
        collector.Spans.ShouldContain(span => span.Name.StartsWith("POST /api/messages", StringComparison.Ordinal));
        collector.Received.Select(one => one.Path).Distinct().Order().ShouldBe(["/v1/logs", "/v1/metrics", "/v1/traces"]);
        Encoding.UTF8.GetString(collector.Received.Last(one => one.Path == "/v1/metrics").Body).ShouldContain("restaurant.messages.registered");
        collector.Text.ShouldNotContain("orders-secret-token");
        collector.Text.ShouldNotContain("the soup was lovely", customMessage: "a customer's words are no telemetry");
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317x")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    public void A_target_that_cannot_be_is_named_at_the_start(string key, string value)
    {
        var settings = new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1", [key] = value };

        Should.Throw<InvalidOperationException>(() => OtlpTarget.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()))
            .Message.ShouldContain(key);
    }
}
