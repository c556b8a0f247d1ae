using Microsoft.EntityFrameworkCore;
using Npgsql;
using Restaurant.Domain.Team;
using Restaurant.Testing;
using Restaurant.Web.Tests.Nodes;

namespace Restaurant.Web.Tests.Faults;

/// <summary>The program as one process with a database and a room of its own, and the books to look into.</summary>
internal sealed class OneNode : IAsyncDisposable
{
    private const int LinesOfStart = 12;
    private const int LinesOfAnOutage = 25;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("restaurant-one-");
    private readonly TestDatabase database;

    private OneNode(TestDatabase database, RoomServer room)
    {
        (this.database, Room, Books) = (database, room, Node.On(database));
        Product = ProductProcess.Start(
            database.ConnectionString, "all", Log,
            ("Outbound:Allow", room.Allow), ("Discord:Orders", room.Address()), ("Api:PerSecond", "100000"), ("Logging:LogLevel:Default", "Warning"),

            // It complains of a machine that is too busy, which is not what a test of the product is about.
            ("Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel", "Error"));
    }

    public RoomServer Room { get; }

    public Node Books { get; }

    public ProductProcess Product { get; }

    public string Log => Path.Combine(folder.FullName, "log");

    public static async Task<OneNode> StartAsync(DatabaseKind kind) => await StartAsync(await TestDatabase.CreateAsync(kind));

    public static async Task<OneNode> StartAsync(TestDatabase database)
    {
        await using (var first = Node.On(database))
        {
            await first.ReadEachAloneAsync();
            await first.PutOnMenuAsync(("Veggie Wrap", 750), ("Lemonade", 300));
        }

        var node = new OneNode(database, await RoomServer.StartAsync());
        await node.Product.AnsweringAsync();
        return node;
    }

    public async Task<Feed> FeedAsync(int count, int perSecond = 0, string name = "m") =>
        new([Product.Address], await Books.Get<IApiKeys>().CreateAsync("feed", Role.Front, null, "test", default), count, perSecond, name);

    /// <summary>The server was started again: where the books' old connections lead, there is nobody.</summary>
    public async Task ForgetConnectionsAsync()
    {
        await using var books = Books.Open();
        NpgsqlConnection.ClearPool((NpgsqlConnection)books.Database.GetDbConnection());
    }

    /// <summary>The log says in a few lines that the database was away or full, and when it was back, without a stack.</summary>
    public async Task ShouldHaveLoggedCalmlyAsync(int outages, params string[] said)
    {
        var lines = await File.ReadAllLinesAsync(Log);
        lines.ShouldNotContain(line => line.StartsWith("   at ", StringComparison.Ordinal), "no stack");
        foreach (var words in said)
            lines.Count(line => line.Contains(words, StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(outages, words);
        lines.Length.ShouldBeLessThan(LinesOfStart + (outages * LinesOfAnOutage), string.Join(Environment.NewLine, lines));
    }

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await Books.DisposeAsync();
        await database.DisposeAsync();
        await Room.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
