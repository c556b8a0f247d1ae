using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Live;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Live;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Live;

public sealed class LiveEventsTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Everything_after_the_last_sequence_comes_in_order_and_in_portions(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = database.Services();
        var events = Events(services);
        var written = await WriteAsync(services, "one", "two", "three", "four", "five");

        var start = await events.FindAsync(written[1], None);
        var first = await ReadAsync(events, start.Position, 2);
        var second = await ReadAsync(events, first.Events[^1].Position, 2);

        start.Missed.ShouldBeFalse();
        first.More.ShouldBeTrue();
        Sentences(first).ShouldBe(["three", "four"]);
        Sentences(second).ShouldBe(["five"]);
        (await events.AfterAsync(await events.NewestAsync(None), 10, None)).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_committed_late_with_a_lower_sequence_is_not_skipped()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var services = database.Services();
        var events = Events(services);
        await WriteAsync(services, "before");
        var position = (await ReadAsync(events, LivePosition.Start, 10)).Events[^1].Position;

        await using var slow = await Factory(services).CreateDbContextAsync(None);
        await using var transaction = await slow.Database.BeginTransactionAsync(None);
        slow.Events.Add(new(0, Topic.Orders, "1", "slow", Noon));
        await slow.SaveChangesAsync(None);
        await WriteAsync(services, "quick");

        var between = await events.AfterAsync(position, 10, None);
        between.Events.ShouldBeEmpty("a lower sequence may still come");
        between.More.ShouldBeTrue();
        await transaction.CommitAsync(None);

        Sentences(await ReadAsync(events, position, 10)).ShouldBe(["slow", "quick"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_listener_older_than_what_is_kept_is_told_so(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = database.Services();
        var events = Events(services);
        var written = await WriteAsync(services, "one", "two", "three", "four");

        (await events.TrimAsync(DateTimeOffset.MinValue, keep: 2, None)).ShouldBe(2);

        (await events.FindAsync(written[0], None)).Missed.ShouldBeTrue();
        (await events.FindAsync(written[2], None)).Missed.ShouldBeFalse();
        Sentences(await ReadAsync(events, (await events.FindAsync(written[0], None)).Position, 10)).ShouldBe(["three", "four"]);
        (await events.TrimAsync(Noon.AddDays(1), keep: 10, None)).ShouldBe(1, "the newest stays whatever its age");
    }

    // Other tests' transactions on the same server hold the horizon back for a moment.
    private static async Task<LiveBatch> ReadAsync(ILiveEvents events, LivePosition after, int take)
    {
        LiveBatch batch = null!;
        await Poll.UntilAsync(
            async () =>
            {
                batch = await events.AfterAsync(after, take, None);
                return batch.Events.Count == take || !batch.More;
            },
            "all events can be read");
        return batch;
    }

    private static async Task<List<long>> WriteAsync(ServiceProvider services, params string[] sentences)
    {
        await using var context = await Factory(services).CreateDbContextAsync(None);
        foreach (var sentence in sentences)
        {
            context.Events.Add(new(0, Topic.Orders, "1", sentence, Noon));
            await context.SaveChangesAsync(None);
        }

        return await context.Events.Where(live => sentences.Contains(live.Sentence)).OrderBy(live => live.Sequence).Select(live => live.Sequence).ToListAsync(None);
    }

    private static IEnumerable<string> Sentences(LiveBatch batch) => batch.Events.Select(placed => placed.Event.Sentence);

    private static LiveEvents Events(ServiceProvider services) => new(Factory(services));

    private static IDbContextFactory<RestaurantDb> Factory(ServiceProvider services) => services.GetRequiredService<IDbContextFactory<RestaurantDb>>();
}
