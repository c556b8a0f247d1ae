using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Nodes;

/// <summary>Three nodes that take in, work and send, on one inbox and one outbox; a sender's messages come in by turns at all of them.</summary>
public sealed class ThreeNodesTests : IAsyncLifetime
{
    private const int Count = 900;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("restaurant-three-");
    private TestDatabase database = null!;
    private RoomServer room = null!;
    private Node books = null!;
    private List<ProductProcess> nodes = [];

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        room = await RoomServer.StartAsync();
        books = Node.On(database);
        await books.ReadEachAloneAsync();
        await books.PutOnMenuAsync(("Veggie Wrap", 750), ("Lemonade", 300));
        nodes = [.. Enumerable.Range(1, 3).Select(number => ProductProcess.Start(
            database.ConnectionString, "all", Path.Combine(folder.FullName, $"{number}.log"),
            ("Restaurant:Key", "the same on every node"), ("Outbound:Allow", room.Allow), ("Discord:Orders", room.Address()),
            ("Api:PerSecond", "100000"), ("Logging:LogLevel:Default", "Warning")))];
        try
        {
            await Task.WhenAll(nodes.Select(node => node.AnsweringAsync()));
        }
        catch
        {
            // Nobody else ends what has started.
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        await books.DisposeAsync();
        await database.DisposeAsync();
        await room.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task One_of_three_killed_leaves_no_double_no_gap_and_each_sender_in_order()
    {
        var key = await books.Get<IApiKeys>().CreateAsync("feed", Role.Front, null, "test", default);
        using var feed = new Feed([.. nodes.Select(node => node.Address)], key, Count);
        var sending = feed.SendAllAsync();
        await feed.UntilAsync(Count / 3);
        await nodes[1].KillAsync();
        await sending;

        await Ledger.SettledAsync(books.Open, Count, TimeSpan.FromSeconds(300));
        await Ledger.ShouldBalanceAsync(books.Open, Count, room);
        await using var context = books.Open();
        (await context.Messages.MaxAsync(message => message.Attempts)).ShouldBe(0, "a killed node is no message's fault");
        Faults.Amount.Write($"three nodes on one inbox and one outbox, one killed: {Count} messages, {feed.Repeated} sent again, lost 0, doubled 0, each sender in order, repeats of notices {Ledger.Repeats(room)}");
    }
}
