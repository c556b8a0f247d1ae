using Microsoft.Extensions.AI;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Settings;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Jobs;

public sealed class DependenciesTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_room_that_takes_nothing_is_down_since_the_first_notice_that_waits(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        (await DiscordAsync(node)).State.ShouldBe(DependencyState.NotUsed);
        await node.Get<ISettings>().SaveSecretAsync(RoomSecrets.AddressOf(Room.Orders), "https://discord.com/api/webhooks/1/x", "test", default);
        (await DiscordAsync(node)).State.ShouldBe(DependencyState.Up);

        var since = TimeProvider.System.GetUtcNow().AddMinutes(-7);
        await using (var context = node.Open())
        {
            context.Outbox.Add(new() { Key = "a", Payload = "{}", CreatedAt = since, DueAt = since.AddDays(1), Attempts = 1, Error = "Discord had an error of its own (500)." });
            context.Outbox.Add(new() { Key = "b", Payload = "{}", CreatedAt = since.AddMinutes(1), DueAt = since.AddDays(1) });
            await context.SaveChangesAsync();
        }

        var discord = await DiscordAsync(node);
        (discord.State, discord.Waits).ShouldBe((DependencyState.Down, "2 notices wait in the outbox, in their order."));
        discord.Since.ShouldNotBeNull().ShouldBe(since, TimeSpan.FromMilliseconds(1));
        discord.Next.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_a_state_and_no_exception()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var node = Node.On(database);
        (await ReadAsync(node, "Database")).State.ShouldBe(DependencyState.Up);

        await database.DisposeAsync();

        var down = await ReadAsync(node, "Database");
        (down.State, down.Since is not null).ShouldBe((DependencyState.Down, true));
        down.Waits.ShouldContain("jobs and notices stand still");
        (await ReadAsync(node, "Database")).Since.ShouldBe(down.Since, "it remembers since when");
    }

    [Fact]
    public async Task A_language_model_that_fails_is_down_until_it_answers()
    {
        await using var server = await ChatServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = Node.On(database, null, ("Llm:Endpoint", $"{server.Endpoint}"));
        (await ReadAsync(node, "Language model")).State.ShouldBe(DependencyState.Up);

        server.Answer = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await Should.ThrowAsync<Exception>(() => node.Get<IChatClient>().GetResponseAsync("hello"));

        (await ReadAsync(node, "Language model")).Sentence.ShouldBe("The language model answered with an error when it was last asked.");
        (await ReadAsync(node, "Redis")).State.ShouldBe(DependencyState.NotUsed);
    }

    private static Task<Dependency> DiscordAsync(Node node) => ReadAsync(node, "Discord");

    private static async Task<Dependency> ReadAsync(Node node, string name) => (await node.Get<IDependencies>().ReadAsync(default)).Single(one => one.Name == name);
}
