using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Messages;
using Restaurant.Infrastructure.Tests.Database;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Messages;

public sealed class QueueClaimsTests
{
    private const int Batch = 500;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public static TheoryData<DatabaseKind, int> Backlogs => new(
        from kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres }
        from senders in new[] { 1, 24, 1_000_000 }
        select (kind, senders));

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Backlogs))]
    public async Task A_claim_costs_the_same_however_many_messages_wait(DatabaseKind kind, int senders)
    {
        var (few, many) = (await ClaimsAsync(kind, senders, 10_000, isKnown: true), await ClaimsAsync(kind, senders, 40_000, isKnown: false));

        few.ShouldBePositive();
        many.ShouldBeLessThan(few * 5 / 4);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Storing_a_message_costs_the_same_however_many_of_others_wait_even_where_the_database_believes_that_none_do(DatabaseKind kind)
    {
        var (few, many) = (await StoringAsync(kind, 1_000), await StoringAsync(kind, 8_000));

        many.ShouldBeLessThan((few * 3 / 2) + 100);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Who_stands_behind_a_long_row_of_one_sender_does_not_wait_for_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var queue = node.Get<IMessageQueue>();
        await FillAsync(node, 5_000, "ann", 1);
        await FillAsync(node, 3, "ben", 1);

        (await queue.ClaimAsync("a", 1, Lease, default)).Messages.Single().Sender.ShouldBe("ann 0");
        var claim = await queue.ClaimAsync("b", 10, Lease, default);
        claim.Messages.Single().Sender.ShouldBe("ben 0");
        claim.More.ShouldBeTrue("the end of the queue was not seen, so nothing new may pass it by");
        var none = await queue.ClaimAsync("c", 10, Lease, default);
        (none.Messages.Count, none.Held, none.More).ShouldBe((0, true, true));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Where_thousands_of_senders_are_held_each_one_behind_them_gets_a_look_in_turn(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var queue = node.Get<IMessageQueue>();
        await FillAsync(node, 20_000, "guest", 2_500);
        await using (var context = node.Open())
        {
            var later = TimeProvider.System.GetUtcNow().AddHours(1);
            await context.Messages.Where(message => message.Number <= 2500).ExecuteUpdateAsync(set => set.SetProperty(message => message.DueAt, later));
        }

        await FillAsync(node, 1, "zoe", 1);

        var looks = new List<CustomerMessage>();
        for (var look = 0; look < 2; look++)
            looks.AddRange((await queue.ClaimAsync($"{look}", 10, Lease, default)).Messages);
        looks.Single().Sender.ShouldBe("zoe 0");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_long_row_is_claimed_in_its_order_and_what_failed_goes_before_what_follows(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var queue = node.Get<IMessageQueue>();
        await FillAsync(node, 6_000, "guest", 3);
        var claimed = new List<CustomerMessage>();
        for (var round = 0; claimed.Count < 6_000; round++)
        {
            var owner = $"round {round}";
            var claim = await queue.ClaimAsync(owner, 1_000, Lease, default);
            var failed = round == 2 ? claim.Messages.Take(1).ToList() : [];
            if (failed is [var first])
                await queue.FailAsync(owner, new([first]), new Run { MessageNumber = first.Number, Error = "no" }, TimeProvider.System.GetUtcNow(), default);
            var done = claim.Messages.Except(failed).ToList();
            await DoneAsync(node, done);
            claimed.AddRange(done);
        }

        claimed.Select(message => message.Number).ShouldBeUnique();
        var again = claimed.Single(message => message.Attempts == 1);
        foreach (var sender in claimed.Where(message => message != again).GroupBy(message => message.Sender))
            sender.Select(message => message.Number).ShouldBeInOrder();
        claimed.IndexOf(again).ShouldBeLessThan(claimed.FindIndex(message => message.Number > again.Number + 1_000));
    }

    [Fact]
    public async Task What_comes_due_of_thousands_whose_turn_is_open_is_found_for_little_more_than_counting_them()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var meter = new WorkMeter();
        await using var node = meter.On(database);
        await FillAsync(node, 1_900, "guest", 1_900);
        await using (var context = node.Open())
        {
            var later = TimeProvider.System.GetUtcNow().AddHours(1);
            await context.Messages.Where(message => message.Number > 20).ExecuteUpdateAsync(set => set.SetProperty(message => message.DueAt, later));
        }

        var counting = await meter.CountAsync(node, async () => (await node.Get<IMessageQueue>().BacklogAsync(4_000, default)).ShouldBe(1_900));
        var claiming = await meter.CountAsync(node, async () =>
        {
            var claim = await node.Get<IMessageQueue>().ClaimAsync("a", Batch, Lease, default);
            claim.Messages.Select(message => message.Number).ShouldBe(Enumerable.Range(1, 20).Select(number => (long)number));
        });

        claiming.ShouldBeLessThan(15 * counting, $"counting took {counting}");
    }

    [Fact]
    public async Task A_claim_does_not_wait_for_the_disk_and_what_is_stored_after_it_does()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var meter = new SyncMeter();
        await using var node = Node.On(database, services => services.ConfigureDbContext<SqliteRestaurantDb>(options => options.AddInterceptors(meter)));
        await FillAsync(node, 1, "guest", 1);

        (await node.Get<IMessageQueue>().ClaimAsync("a", Batch, Lease, default)).Messages.Count.ShouldBe(1);
        meter.Last.ShouldBe(1);
        await node.Get<IInbox>().AddAsync([new("web", "1", "ann", "hello", DateTimeOffset.UnixEpoch)], default);
        meter.Last.ShouldBe(2);
    }

    // What a pump does in a row: a batch, another look while that batch is under way, the look for orphans, and the count for its pace.
    // The shorter queue's statistics are fresh, the longer one's are not: those of a queue that grows never are.
    private static async Task<long> ClaimsAsync(DatabaseKind kind, int senders, int waiting, bool isKnown)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var meter = new WorkMeter();
        await using var node = meter.On(database);
        var queue = node.Get<IMessageQueue>();
        await FillAsync(node, waiting, "guest", senders);
        if (isKnown)
        {
            await using var context = node.Open();
            await context.Database.ExecuteSqlRawAsync("ANALYZE");
        }

        return await meter.CountAsync(node, async () =>
        {
            (await queue.ClaimAsync("a", Batch, Lease, default)).Messages.Count.ShouldBe(Batch);
            await queue.ClaimAsync("b", Batch, Lease, default);
            (await queue.BacklogAsync(4_000, default)).ShouldBe(4_000);
        });
    }

    private static async Task<long> StoringAsync(DatabaseKind kind, int waiting)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var meter = new WorkMeter();
        await using var node = meter.On(database);
        await FillAsync(node, 2_000, "before", 100);
        await using (var context = node.Open())
        {
            var now = (DateTimeOffset?)TimeProvider.System.GetUtcNow();
            await context.Messages.ExecuteUpdateAsync(set => set.SetProperty(message => message.ProcessedAt, now));
            await context.Database.ExecuteSqlRawAsync(kind == DatabaseKind.Postgres ? "VACUUM (ANALYZE) messages" : "ANALYZE");
        }

        await FillAsync(node, waiting, "guest", 100);
        node.Get<Lane>().Open("pump", Lease);
        var messages = Enumerable.Range(0, 100)
            .Select(at => new NewMessage("web", $"new/{at}", $"new {at}", "hello", DateTimeOffset.UnixEpoch) { Immediately = true }).ToList();
        return await meter.CountAsync(node, async () =>
        {
            // Without the inbox around it, which counts what waits from time to time.
            await using var context = node.Open();
            await context.Database.OpenConnectionAsync();
            var (_, leased) = await node.Get<InboxRows>().InsertAsync(context, messages, node.Get<Lane>().Enter(messages.Count), joins: false);
            leased.Count.ShouldBe(messages.Count);
            await context.Database.CloseConnectionAsync(); // going back to the pool, it would close it unseen by the meter
        });
    }

    private static async Task FillAsync(Node node, int count, string name, int senders)
    {
        await using var database = node.Open();
        var now = database.Stored(TimeProvider.System.GetUtcNow().AddSeconds(-1));
        await database.Database.ExecuteSqlRawAsync(
            """
            WITH RECURSIVE numbers(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i < {1} - 1)
            INSERT INTO messages ("Channel", "ExternalId", "Sender", "Text", "SentAt", "ReceivedAt", "DueAt", "Status", "Attempts", "Claims")
            SELECT 'web', {2} || '/' || i, {2} || ' ' || (i % {3}), 'hello', {0}, {0}, {0}, 'Waiting', 0, 0 FROM numbers
            """,
            now, count, name, senders);
    }

    /// <summary>How the last commit waited for the disk: 2 until it was written, 1 not at all.</summary>
    private sealed class SyncMeter : DbTransactionInterceptor
    {
        public long Last { get; private set; }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            await using var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "PRAGMA synchronous";
            Last = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
            return result;
        }
    }

    private static async Task DoneAsync(Node node, IReadOnlyList<CustomerMessage> messages)
    {
        await using var database = node.Open();
        var (numbers, now) = (messages.Select(message => message.Number).ToList(), (DateTimeOffset?)TimeProvider.System.GetUtcNow());
        await database.Messages.Where(message => numbers.Contains(message.Number)).ExecuteUpdateAsync(set => set
            .SetProperty(message => message.ProcessedAt, now).SetProperty(message => message.LeaseUntil, (DateTimeOffset?)null));
    }
}
