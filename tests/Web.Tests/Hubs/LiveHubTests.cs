using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Live;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Hubs;

public sealed class LiveHubTests(LiveHubTests.Programs programs) : IClassFixture<LiveHubTests.Programs>
{
    [Fact]
    public async Task The_hub_is_closed_to_strangers()
    {
        var program = await programs.OnAsync(DatabaseKind.Sqlite);

        var refused = await Should.ThrowAsync<WebSocketException>(() => HubListener.ConnectAsync(program.Address, "", key: null));

        refused.Message.ShouldContain("401");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Who_comes_back_hears_all_after_its_last_sequence_and_then_what_happens(DatabaseKind kind)
    {
        var program = await programs.OnAsync(kind);
        var key = await program.KeyAsync(Role.Manager);
        var seen = await program.WriteEventsAsync(Topic.Orders, [.. Enumerable.Range(1, 1200).Select(number => $"event {number}")]);

        await using var listener = await HubListener.ConnectAsync(program.Address, $"?after={seen[99]}", key);
        (await listener.SentencesAsync(1100)).ShouldBe(Enumerable.Range(101, 1100).Select(number => $"event {number}"));

        await program.WriteEventsAsync(Topic.Orders, "later", "last");
        (await listener.SentencesAsync(2)).ShouldBe(["later", "last"]);
    }

    [Fact]
    public async Task What_happens_on_another_node_is_heard_without_a_hole()
    {
        var program = await programs.OnAsync(DatabaseKind.Postgres);
        await using var other = program.Beside();
        var start = await StartAsync(program);
        await using var listener = await HubListener.ConnectAsync(program.Address, $"?after={start}&topics=Orders", await program.KeyAsync(Role.Owner));

        await Task.WhenAll(Enumerable.Range(1, 20).Select(async number =>
        {
            await program.WriteEventsAsync(Topic.Orders, $"here {number}");
            await other.WriteEventsAsync(Topic.Orders, $"there {number}");
        }));

        // Once each, whatever the order of the commits was.
        var heard = await listener.SentencesAsync(40);
        heard.Count.ShouldBe(40);
        heard.Distinct().Count().ShouldBe(40);
    }

    [Fact]
    public async Task The_kitchen_hears_of_orders_and_not_of_enquiries()
    {
        var program = await programs.OnAsync(DatabaseKind.Sqlite);
        var start = await StartAsync(program);
        await program.WriteEventsAsync(Topic.Enquiries, "an enquiry");
        await program.WriteEventsAsync(Topic.Orders, "an order");

        await using var listener = await HubListener.ConnectAsync(program.Address, $"?after={start}&topics=Orders,Enquiries", await program.KeyAsync(Role.Kitchen));

        (await listener.SentencesAsync(1)).ShouldBe(["an order"]);
    }

    [Fact]
    public async Task Who_was_away_for_too_long_is_told_that_something_is_missing()
    {
        var program = await programs.OnAsync(DatabaseKind.Sqlite);
        var seen = await program.WriteEventsAsync(Topic.Orders, "one", "two", "three");
        await program.Services.GetRequiredService<ILiveEvents>().TrimAsync(DateTimeOffset.MinValue, keep: 1, CancellationToken.None);

        await using var listener = await HubListener.ConnectAsync(program.Address, $"?after={seen[0]}", await program.KeyAsync(Role.Manager));

        (await listener.HearAsync("missed")).GetProperty("after").GetInt64().ShouldBe(seen[0]);
        (await listener.SentencesAsync(1)).ShouldBe(["three"]);
    }

    [Fact]
    public async Task A_listener_that_reads_nothing_holds_up_nobody()
    {
        var program = await programs.OnAsync(DatabaseKind.Sqlite);
        var key = await program.KeyAsync(Role.Manager);
        var start = await StartAsync(program);
        await using var asleep = await HubListener.ConnectAsync(program.Address, $"?after={start}&topics=Orders", key);
        await using var awake = await HubListener.ConnectAsync(program.Address, $"?after={start}&topics=Orders", key);

        var sentence = new string('x', 2000);
        await program.WriteEventsAsync(Topic.Orders, [.. Enumerable.Repeat(sentence, 1500)]);

        (await awake.SentencesAsync(1500)).Count.ShouldBe(1500);
        (await asleep.SentencesAsync(1500)).Count.ShouldBe(1500, "it was slow, and missed nothing");
    }

    // What other tests wrote before it is not heard.
    private static async Task<long> StartAsync(RunningProgram program) => (await program.WriteEventsAsync(Topic.Settings, "a test begins"))[0];

    /// <summary>One program on each database, started when first asked for.</summary>
    public sealed class Programs : IAsyncDisposable
    {
        private readonly Dictionary<DatabaseKind, RunningProgram> running = [];

        public async Task<RunningProgram> OnAsync(DatabaseKind kind) =>
            running.TryGetValue(kind, out var program) ? program : running[kind] = await RunningProgram.StartAsync(kind);

        public async ValueTask DisposeAsync()
        {
            foreach (var program in running.Values)
                await program.DisposeAsync();
        }
    }
}
