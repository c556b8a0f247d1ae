using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Faults;

/// <summary>Discord goes away in several ways and comes back: messages are registered as before, and the room hears of them soon after its return.</summary>
public sealed class RoomFaultTests
{
    [Theory]
    [InlineData("refused")]
    [InlineData("frozen")]
    [InlineData("cut off")]
    [InlineData("garbage")]
    public async Task A_room_that_was_away_hears_of_everything_soon_after_its_return(string fault)
    {
        await using var room = await RoomServer.StartAsync();
        await using var line = Relay.To(room.Port);
        await using var program = await RunningProgram.StartAsync(DatabaseKind.Sqlite,
            ("Outbound:Allow", $"127.0.0.1:{line.Port}"), ("Discord:Orders", $"http://127.0.0.1:{line.Port}/api/webhooks/1/secret"), ("Logging:LogLevel:Default", "None"));
        using var client = await program.ClientAsync(Role.Owner);
        var settings = program.Services.GetRequiredService<ISettings>();
        await settings.SaveAsync(settings.Current with { TurnSeconds = 0 }, "test", default);
        await OrderAsync(client, "before");
        await Poll.UntilAsync(() => !room.Received.IsEmpty, "the room hears of the first");

        await BreakAsync(fault, room, line);
        var answered = room.Received.Count;
        foreach (var id in (string[])["one", "two", "three"])
            await OrderAsync(client, id);
        await WaitingAsync(program, atLeast: fault == "frozen" ? 0 : 1);
        if (fault != "frozen")
            (await client.GetStringAsync("/api/jobs/status")).ShouldContain("Discord does not take our notices.");

        Mend(room, line);
        var watch = Stopwatch.StartNew();
        await Poll.UntilAsync(async () => await SentAsync(program) == 4, "the room hears of all", Amount.Soon);
        Amount.Write($"Discord {fault} and back: three notices were told after {watch.Elapsed.TotalSeconds:0.0} s");
        room.Received.Count.ShouldBeGreaterThanOrEqualTo(answered + 3);
    }

    private static async Task BreakAsync(string fault, RoomServer room, Relay line)
    {
        switch (fault)
        {
            case "refused":
                await line.CutAsync();
                break;
            case "frozen":
                line.Frozen = true;
                break;
            case "cut off":
                (room.Otherwise, room.ToKnocks) = (RoomServer.CutTheLine, RoomServer.CutTheLine);
                break;
            default:
                (room.Otherwise, room.ToKnocks) = (RoomServer.Status(502, "<html>"), RoomServer.Status(502, "<html>"));
                break;
        }
    }

    private static void Mend(RoomServer room, Relay line)
    {
        (room.Otherwise, room.ToKnocks) = (RoomServer.Status(204), RoomServer.Status(200, "{}"));
        line.Frozen = false;
        if (!line.IsOpen)
            line.Open();
    }

    private static async Task OrderAsync(HttpClient client, string id)
    {
        using var answer = await client.PostAsJsonAsync("/api/messages", new { channel = "web", externalId = id, sender = id, text = "one lemonade please" });
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    private static async Task WaitingAsync(RunningProgram program, int atLeast) => await Poll.UntilAsync(
        async () =>
        {
            await using var database = Open(program);
            return await database.Outbox.CountAsync(row => row.Status == OutboxStatus.Waiting) == 3
                && await database.Outbox.CountAsync(row => row.Attempts > 0) >= atLeast;
        },
        "orders are registered and their notices wait");

    private static async Task<int> SentAsync(RunningProgram program)
    {
        await using var database = Open(program);
        return await database.Outbox.CountAsync(row => row.Status == OutboxStatus.Sent);
    }

    private static RestaurantDb Open(RunningProgram program) =>
        program.Services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContext();
}
