using System.Diagnostics;
using Restaurant.Testing;
using Restaurant.Web.Tests.Nodes;

namespace Restaurant.Web.Tests.Faults;

/// <summary>
/// One round in every run of the tests; tests/soak makes 25 of them with 5,000 messages each and writes the figures down.
/// A round: an empty database, customers who send until they are acknowledged, a kill at a random moment, a start, and the books.
/// </summary>
public sealed class KillTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_program_killed_at_any_moment_loses_nothing_registers_nothing_twice_and_tells_the_room(DatabaseKind kind)
    {
        var (rounds, messages) = (Amount.Of("KILL_ROUNDS", 1), Amount.Of("KILL_MESSAGES", 600));
        for (var round = 1; round <= rounds; round++)
            await RoundAsync(kind, round, messages);
    }

    private static async Task RoundAsync(DatabaseKind kind, int round, int count)
    {
        var random = new Random(round * 7919);
        var watch = Stopwatch.StartNew();
        await using var node = await OneNode.StartAsync(kind);
        var (product, books, room) = (node.Product, node.Books, node.Room);
        using var feed = await node.FeedAsync(count);
        var sending = feed.SendAllAsync();
        var killedAfter = random.Next(count / 20, count * 9 / 10);
        await feed.UntilAsync(killedAfter);
        await product.KillAsync();
        var killed = watch.Elapsed;
        await product.StartAgainAsync();
        var back = watch.Elapsed;
        await sending;
        var sent = watch.Elapsed;

        await Ledger.SettledAsync(books.Open, count, TimeSpan.FromSeconds(300));
        await Ledger.ShouldBalanceAsync(books.Open, count, room);
        Amount.Write($"{kind} round {round}: {count} messages, killed after {killedAfter} acknowledged, {feed.Repeated} sent again, lost 0, doubled 0, notices {room.Received.Count} of which repeats {Ledger.Repeats(room)}; killed at {killed.TotalSeconds:0.0} s, answering again at {back.TotalSeconds:0.0} s, all taken at {sent.TotalSeconds:0.0} s, all done at {watch.Elapsed.TotalSeconds:0.0} s");
    }
}
