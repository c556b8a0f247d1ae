using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Faults;

/// <summary>PostgreSQL goes away in several ways and comes back; the program says so meanwhile and needs nobody's help afterwards.</summary>
public sealed class DatabaseFaultTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = Amount.Soon;
    private TestDatabase database = null!;
    private Relay line = null!;
    private RunningProgram program = null!;
    private HttpClient client = null!;
    private HttpClient stranger = null!;
    private RoomServer room = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        room = await RoomServer.StartAsync();
        var direct = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        line = Relay.To(direct.Port);
        var relayed = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = line.Port, Timeout = 3, CommandTimeout = 10 };
        program = await RunningProgram.StartAsync(DatabaseKind.Postgres,
            ("ConnectionStrings:Restaurant", relayed.ToString()), ("Outbound:Allow", room.Allow), ("Discord:Orders", room.Address()), ("Logging:LogLevel:Default", "None"));
        client = await program.ClientAsync(Role.Owner);
        stranger = await program.ClientAsync(role: null);
        var settings = program.Services.GetRequiredService<ISettings>();
        await settings.SaveAsync(settings.Current with { TurnSeconds = 0 }, "test", default);
        await SendAsync("warm");
        await RegisteredAsync(1);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        stranger.Dispose();
        line.Frozen = false;
        await program.DisposeAsync();
        await line.DisposeAsync();
        await database.DisposeAsync();
        await room.DisposeAsync();
    }

    [Fact]
    public async Task A_lost_PostgreSQL_is_answered_503_and_its_return_mends_all_within_five_seconds()
    {
        await line.CutAsync();

        (await SendAsync("while away")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        var ready = await stranger.GetAsync("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldContain("The database could not be read");
        (await stranger.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);

        line.Open();
        var watch = Stopwatch.StartNew();
        await Poll.UntilAsync(async () => await SendAsync("while away") == HttpStatusCode.Accepted, "messages are taken again", Soon);
        await RegisteredAsync(2);
        await Poll.UntilAsync(async () => (await stranger.GetStringAsync("/health/ready")).StartsWith("""{"state":"Ok""", StringComparison.Ordinal), "all is well again", Soon);
        await Poll.UntilAsync(() => room.Received.Count >= 2, "the room hears of it", Soon);
        watch.Elapsed.ShouldBeLessThan(Soon);
        Amount.Write($"PostgreSQL cut off and back: taken, registered, told and ready again after {watch.Elapsed.TotalSeconds:0.0} s");
    }

    [Fact]
    public async Task A_PostgreSQL_that_freezes_holds_nobody_for_ever()
    {
        line.Frozen = true;
        var watch = Stopwatch.StartNew();
        var ready = await stranger.GetAsync("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(90), "its own patience ends after a few seconds");

        var sending = SendAsync("frozen");
        line.Frozen = false;
        (await sending).ShouldBeOneOf(HttpStatusCode.Accepted, HttpStatusCode.ServiceUnavailable);
        await Poll.UntilAsync(async () => await SendAsync("frozen") == HttpStatusCode.Accepted, "messages are taken again", Soon);
        await RegisteredAsync(2);
    }

    [Fact]
    public async Task A_slow_PostgreSQL_makes_it_slow_and_nothing_else()
    {
        line.Delay = TimeSpan.FromMilliseconds(150);

        foreach (var id in (string[])["a", "b", "c"])
            (await SendAsync(id)).ShouldBe(HttpStatusCode.Accepted);

        await RegisteredAsync(4);

        // A look may be one too slow of its own on a machine that is busy with more than this.
        await Poll.UntilAsync(async () => (await stranger.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK, "it is ready all the while");
    }

    private async Task<HttpStatusCode> SendAsync(string id)
    {
        using var answer = await client.PostAsJsonAsync("/api/messages", new { channel = "web", externalId = id, sender = id, text = "one lemonade please" });
        return answer.StatusCode;
    }

    // Looks past the line: what stands in the database, whatever the program thinks.
    private async Task RegisteredAsync(int count)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await Poll.UntilAsync(
            async () =>
            {
                await using var command = source.CreateCommand("SELECT count(*) FROM messages WHERE \"Status\" = 'Registered'");
                return (long)(await command.ExecuteScalarAsync())! == count;
            },
            $"{count} messages are registered",
            TimeSpan.FromSeconds(60));
    }
}
