using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Restaurant.Testing;
using Restaurant.Web.Tests.Nodes;

namespace Restaurant.Web.Tests.Faults;

/// <summary>The server itself is stopped while messages flow, in order and as if its power went, and started again.</summary>
public sealed class StoppedDatabaseTests
{
    [Fact]
    public async Task A_PostgreSQL_that_is_stopped_and_started_loses_no_message_doubles_none_and_is_used_again_by_itself()
    {
        const int Count = 600;
        using var server = PostgresServer.OfItsOwn();
        await using var database = await TestDatabase.CreateAsync(server);
        await using var node = await OneNode.StartAsync(database);
        using var stranger = new HttpClient { BaseAddress = new(node.Product.Address) };
        var repeated = 0;
        foreach (var mode in (string[])["immediate", "fast"])
        {
            using var feed = await node.FeedAsync(Count, perSecond: 200, mode);
            var sending = feed.SendAllAsync();
            await feed.UntilAsync(Count / 6);
            server.Stop(mode);
            (await stranger.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await stranger.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
            var told = node.Room.Received.Count;

            server.StartAgain();
            await node.ForgetConnectionsAsync();
            var watch = Stopwatch.StartNew();
            var taken = feed.Acknowledged;
            await Poll.UntilAsync(() => sending.IsCompleted || (feed.Acknowledged > taken && node.Room.Received.Count > told), "messages are taken, registered and told again", Amount.Soon);
            var again = watch.Elapsed;
            await Poll.UntilAsync(async () => (await stranger.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK, "the node is ready again", Amount.Soon);
            Amount.Write($"PostgreSQL stopped ({mode}) and started: taken, registered and told again after {again.TotalSeconds:0.0} s, ready after {watch.Elapsed.TotalSeconds:0.0} s");
            await sending;
            repeated += feed.Repeated;
        }

        await Ledger.SettledAsync(node.Books.Open, 2 * Count, TimeSpan.FromSeconds(300));
        await Ledger.ShouldBalanceAsync(node.Books.Open, 2 * Count, node.Room);
        await using var books = node.Books.Open();
        (await books.Messages.MaxAsync(message => message.Attempts)).ShouldBe(0, "an outage is no message's fault");
        await node.ShouldHaveLoggedCalmlyAsync(outages: 2, "The database does not answer since", "The database answers again after");
        Amount.Write($"PostgreSQL stopped twice: {2 * Count} messages, {repeated} sent again, lost 0, doubled 0, repeats of notices {Ledger.Repeats(node.Room)}");
    }
}
