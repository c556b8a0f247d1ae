using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Messages;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Faults;

public sealed class ClockFaultTests
{
    public static TheoryData<DatabaseKind, int> Moves => new()
    {
        { DatabaseKind.Sqlite, -1 }, { DatabaseKind.Sqlite, 1 }, { DatabaseKind.Postgres, -1 }, { DatabaseKind.Postgres, 1 },
    };

    [Theory]
    [MemberData(nameof(Moves))]
    public async Task A_clock_set_back_or_forward_an_hour_stops_no_message_and_no_notice(DatabaseKind kind, int hours)
    {
        var clock = new WrongClock();
        await using var room = await RoomServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(
            database, services => services.AddSingleton<TimeProvider>(clock), ("Outbound:Allow", room.Allow), ("Discord:Orders", room.Address()));
        await node.PutOnMenuAsync(("Lemonade", 300));
        await node.SaveAsync(settings => settings with { TurnSeconds = 1 });
        await node.StartAsync();
        await node.ReceiveAsync("one lemonade please", "ann");
        await Poll.UntilAsync(() => !room.Received.IsEmpty, "the room heard of the first");

        await node.ReceiveAsync("two lemonades please", "ben");
        clock.Wrong = TimeSpan.FromHours(hours);
        await node.ReceiveAsync("three lemonades please", "carla");

        await Poll.UntilAsync(() => room.Received.Count >= 3, "the room heard of all", Amount.Soon);
        (await node.Get<IMessageQueue>().BacklogAsync(1, default)).ShouldBe(0);
    }
}
