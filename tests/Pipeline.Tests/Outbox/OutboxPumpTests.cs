using Restaurant.Domain.Notifications;
using Restaurant.Infrastructure.Notifications;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Outbox;

public sealed class OutboxPumpTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Notices_of_a_room_arrive_once_each_and_in_order_though_two_nodes_send(DatabaseKind kind)
    {
        await using var server = await RoomServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = await OutboxNode.StartAsync(database, server, TimeProvider.System);
        await using var second = await OutboxNode.StartAsync(database, server, TimeProvider.System);

        await first.WriteAsync([.. Enumerable.Range(1, 40).Select(number => Row(Room.Orders, number))]);
        second.Wake();

        await Poll.UntilAsync(async () => (await first.FiguresAsync()).Sent == 40, "all are sent");
        server.Received.Select(received => KeyIn(received.Body)).ShouldBe(Enumerable.Range(1, 40).Select(number => $"Orders/{number:00}"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Three_failed_rounds_make_a_dead_letter_that_a_person_can_send_again(DatabaseKind kind)
    {
        var clock = new FakeClock();
        await using var server = await RoomServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(kind);
        server.Otherwise = RoomServer.Status(500);
        await using var node = await OutboxNode.StartAsync(database, server, clock);
        var row = Row(Room.Orders, 1, clock.GetUtcNow());
        await node.WriteAsync(row);

        await PassUntilAsync(clock, async () => (await node.FiguresAsync()).DeadLettered == 1, "it is given up");

        server.Received.Count.ShouldBe(9, "three rounds of three tries");
        var dead = (await node.Log.FindAsync(row.Id, CancellationToken.None)).ShouldNotBeNull();
        (dead.Attempts, dead.Error).ShouldBe((3, "Discord had an error of its own (500)."));

        server.Otherwise = RoomServer.Status(204);
        (await node.Log.RetryAsync(row.Id, "manager@example.com", CancellationToken.None)).ShouldBeTrue();
        await PassUntilAsync(clock, async () => (await node.FiguresAsync()).Sent == 1, "it is sent");
        (await node.Log.RetryAsync(row.Id, "manager@example.com", CancellationToken.None)).ShouldBeFalse("what is sent is not sent again");
    }

    [Fact]
    public async Task A_room_that_is_away_for_hours_costs_no_round_is_asked_no_more_than_every_two_seconds_and_gets_all_when_it_is_back()
    {
        var clock = new FakeClock();
        await using var server = await RoomServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        (server.Otherwise, server.ToKnocks) = (RoomServer.Status(503), RoomServer.Status(503));
        await using var node = await OutboxNode.StartAsync(database, server, clock);
        var rows = Enumerable.Range(1, 5).Select(number => Row(Room.Orders, number, clock.GetUtcNow())).ToArray();
        await node.WriteAsync(rows);
        await PassUntilAsync(clock, () => Task.FromResult(server.Received.Count == 3), "one round was made");
        var since = clock.GetUtcNow();
        await PassUntilAsync(clock, () => Task.FromResult(server.Knocks >= 20 && clock.GetUtcNow() - since > TimeSpan.FromMinutes(3)), "it is asked again and again");

        server.Knocks.ShouldBeLessThanOrEqualTo((int)(clock.GetUtcNow() - since).TotalSeconds / 2 + 1);
        server.Received.Count.ShouldBe(3);
        var head = (await node.Log.FindAsync(rows[0].Id, CancellationToken.None)).ShouldNotBeNull();
        (head.Status, head.Attempts, head.Error).ShouldBe((OutboxStatus.Waiting, 1, "Discord had an error of its own (503)."));

        (server.Otherwise, server.ToKnocks) = (RoomServer.Status(204), RoomServer.Status(200));
        await PassUntilAsync(clock, async () => (await node.FiguresAsync()).Sent == rows.Length, "all are sent");
        server.Received.Skip(3).Select(received => KeyIn(received.Body)).ShouldBe(rows.Select(row => row.Key));
    }

    [Fact]
    public async Task A_limit_is_waited_for_and_costs_no_round()
    {
        var clock = new FakeClock();
        await using var server = await RoomServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        server.Then(
            RoomServer.Status(429, """{"retry_after":20}"""),
            RoomServer.Status(204, null, ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "40")));
        await using var node = await OutboxNode.StartAsync(database, server, clock);
        await node.WriteAsync(Row(Room.Orders, 1, clock.GetUtcNow()), Row(Room.Orders, 2, clock.GetUtcNow()));
        var started = clock.GetUtcNow();

        await PassUntilAsync(clock, async () => (await node.FiguresAsync()).Sent == 1, "the first is sent");
        (clock.GetUtcNow() - started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(20));
        await PassUntilAsync(clock, async () => (await node.FiguresAsync()).Sent == 2, "the second is sent");
        (clock.GetUtcNow() - started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(60));

        server.Received.Count.ShouldBe(3);
        (await node.Log.PageAsync(new(), 0, 10, CancellationToken.None)).Rows.ShouldAllBe(row => row.Attempts == 0);
    }

    [Fact]
    public async Task A_room_that_hangs_holds_up_no_other()
    {
        await using var server = await RoomServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        server.Otherwise = context => context.Request.Path.Value!.Contains("orders") ? RoomServer.Hang(context) : Task.CompletedTask;
        await using var node = await OutboxNode.StartAsync(database, server, TimeProvider.System, new DiscordPace(TimeSpan.FromMinutes(5), TimeSpan.Zero));

        await node.WriteAsync([Row(Room.Orders, 1), .. Enumerable.Range(1, 5).Select(number => Row(Room.Enquiries, number))]);

        await Poll.UntilAsync(async () => (await node.FiguresAsync()).Sent == 5, "the other room has its notices");
        (await node.FiguresAsync()).Waiting.ShouldBe(1);
    }

    [Fact]
    public async Task Without_an_address_notices_are_set_aside_and_only_new_ones_leave_once_there_is_one()
    {
        await using var server = await RoomServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = await OutboxNode.StartAsync(database, server, TimeProvider.System, configured: false);
        await node.WriteAsync(Row(Room.Orders, 1));
        await Poll.UntilAsync(async () => (await node.FiguresAsync()).NotConfigured == 1, "it is set aside");

        await node.Settings.SaveSecretAsync(RoomSecrets.AddressOf(Room.Orders), server.Address(), "owner@example.com", CancellationToken.None);
        await node.WriteAsync(Row(Room.Orders, 2));
        await Poll.UntilAsync(async () => (await node.FiguresAsync()).Sent == 1, "the new one is sent");
        KeyIn(server.Received.Single().Body).ShouldBe("Orders/02");

        (await node.Log.RetryAllAsync(OutboxStatus.NotConfigured, Room.Orders, "owner@example.com", CancellationToken.None)).ShouldBe(1);
        await Poll.UntilAsync(async () => (await node.FiguresAsync()).Sent == 2, "the old one is sent by the button");
    }

    [Fact]
    public async Task What_was_written_for_a_silent_room_while_its_address_came_is_sent_and_what_lay_there_before_is_not()
    {
        await using var server = await RoomServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = await OutboxNode.StartAsync(database, server, TimeProvider.System, configured: false);
        await node.WriteAsync(Row(Room.Orders, 1));
        await Poll.UntilAsync(async () => (await node.FiguresAsync()).NotConfigured == 1, "it is set aside");

        var meanwhile = new OutboxMessage
        {
            Key = "Orders/meanwhile",
            Room = Room.Orders,
            Payload = Row(Room.Orders, 2).Payload,
            CreatedAt = TimeProvider.System.GetUtcNow(),
            Status = OutboxStatus.NotConfigured,
        };
        await node.WriteAsync(meanwhile);
        await node.Settings.SaveSecretAsync(RoomSecrets.AddressOf(Room.Orders), server.Address(), "owner@example.com", CancellationToken.None);

        await Poll.UntilAsync(async () => (await node.FiguresAsync()).Sent == 1, "what came meanwhile is sent");
        KeyIn(server.Received.Single().Body).ShouldBe("Orders/meanwhile");
        (await node.FiguresAsync()).NotConfigured.ShouldBe(1);
    }

    [Fact]
    public async Task A_deleted_webhook_is_given_up_at_once_and_the_next_notice_is_tried()
    {
        await using var server = await RoomServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        server.Then(RoomServer.Status(404, """{"message":"Unknown Webhook","code":10015}"""));
        await using var node = await OutboxNode.StartAsync(database, server, TimeProvider.System);

        await node.WriteAsync(Row(Room.Orders, 1), Row(Room.Orders, 2));

        await Poll.UntilAsync(async () => await node.FiguresAsync() is { Sent: 1, DeadLettered: 1 }, "one is dead, one is sent");
        (await node.Log.BacklogAsync(CancellationToken.None)).ShouldBe(new OutboxBacklog(0, 1, null));
        server.Received.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_a_killed_node_had_claimed_is_sent_when_its_lease_ends(DatabaseKind kind)
    {
        var clock = new FakeClock();
        await using var server = await RoomServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = await OutboxNode.StartAsync(database, server, clock);
        var row = Row(Room.Orders, 1, clock.GetUtcNow());
        var ends = clock.GetUtcNow().AddSeconds(30);
        (row.LeaseOwner, row.LeaseUntil) = ("a node that is gone", ends);

        await node.WriteAsync(row);
        await PassUntilAsync(clock, async () => (await node.FiguresAsync()).Sent == 1, "it is sent");

        clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(ends);
    }

    private static Task PassUntilAsync(FakeClock clock, Func<Task<bool>> condition, string what) => Poll.UntilAsync(
        async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            return await condition();
        },
        what);

    private static OutboxMessage Row(Room room, int number, DateTimeOffset? now = null)
    {
        var at = (now ?? TimeProvider.System.GetUtcNow()).AddMilliseconds(number);
        return new()
        {
            Key = $"{room}/{number:00}",
            Room = room,
            Payload = new RoomNotice($"Number {number}", [], "", "", null, null, at).ToJson(),
            CreatedAt = at,
            DueAt = now ?? at.AddMilliseconds(-number),
        };
    }

    private static string KeyIn(string body) => System.Text.Json.JsonDocument.Parse(body).RootElement
        .GetProperty("embeds")[0].GetProperty("footer").GetProperty("text").GetString()!;
}
