using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Team;
using Restaurant.Testing;
using Restaurant.Web.Tests.Nodes;

namespace Restaurant.Web.Tests.Faults;

/// <summary>The database's disk fills up while messages flow, and somebody makes room.</summary>
public sealed class FullDiskTests
{
    private const int Count = 4000;

    [Fact]
    public async Task SQLite_on_a_full_disk_refuses_what_is_new_keeps_what_it_has_and_goes_on_when_there_is_room()
    {
        using var disk = Small(64);
        await using var database = await TestDatabase.CreateInAsync(disk.Folder);
        await using var node = await OneNode.StartAsync(database);

        await FillAndMakeRoomAsync(node, disk, "SQLite");
    }

    [Fact]
    public async Task PostgreSQL_on_a_full_disk_refuses_what_is_new_keeps_what_it_has_and_goes_on_when_there_is_room()
    {
        using var disk = Small(160);
        using var server = PostgresServer.OfItsOwn(disk.Folder);
        await using var database = await TestDatabase.CreateAsync(server);
        await using var node = await OneNode.StartAsync(database);

        await FillAndMakeRoomAsync(node, disk, "PostgreSQL");
    }

    private static SmallDisk Small(int megabytes)
    {
        var disk = SmallDisk.TryCreate(megabytes);
        Assert.SkipWhen(disk is null, "Nobody may mount a disk here. Run the tests as root on a machine that allows it.");
        return disk!;
    }

    private static async Task<string> ReadyAsync(HttpClient stranger)
    {
        using var answer = await stranger.GetAsync("/health/ready");
        return await answer.Content.ReadAsStringAsync();
    }

    // The page and the API; wrong passwords close the account as ever, though no row may count them.
    private static async Task ShouldLetInAsync(string address)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(address) };
        (await TheServer.SignInAsync(browser, Team.Email(Role.Front), Team.Password)).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await browser.GetAsync("/orders")).StatusCode.ShouldBe(HttpStatusCode.OK, "the cookie opens the pages");
        async Task<HttpStatusCode> TokenAsync(string password) =>
            (await browser.PostAsJsonAsync("/api/auth/token", new { email = Team.Email(Role.Front), password })).StatusCode;
        (await TokenAsync(Team.Password)).ShouldBe(HttpStatusCode.OK);

        // What the row still took and what this node counted may both have begun.
        var wrong = 1;
        while (await TokenAsync("wrong") == HttpStatusCode.Unauthorized)
            (++wrong).ShouldBeLessThan(10);
        (await TokenAsync(Team.Password)).ShouldBe(HttpStatusCode.TooManyRequests, "the account is closed");
    }

    private static async Task FillAndMakeRoomAsync(OneNode node, SmallDisk disk, string name)
    {
        using var stranger = new HttpClient { BaseAddress = new(node.Product.Address) };
        using var owner = new HttpClient { BaseAddress = new(node.Product.Address) };
        owner.DefaultRequestHeaders.Add("X-Api-Key", await node.Books.Get<IApiKeys>().CreateAsync("owner", Role.Owner, null, "test", default));
        await node.Books.Get<IPeople>().AddWithPasswordAsync(Team.Email(Role.Front), Role.Front, Team.Password, "test", default);
        using var feed = await node.FeedAsync(Count);
        var sending = feed.SendAllAsync();
        await feed.UntilAsync(Count / 10);

        disk.Fill();
        await Poll.UntilAsync(async () => (await ReadyAsync(stranger)).Contains($"{name}'s disk has been full", StringComparison.Ordinal), "it says that the disk is full", Amount.Soon);
        (await owner.GetStringAsync("/api/jobs/status")).ShouldContain("The database's disk is full.");
        (await owner.GetAsync("/api/orders")).StatusCode.ShouldBe(HttpStatusCode.OK, "what is there can be read, by a key whose first use cannot even be noted");
        await ShouldLetInAsync(node.Product.Address);
        await Poll.UntilAsync(() => feed.Repeated > 0, "messages are refused", Amount.Soon);

        disk.MakeRoom();
        var watch = Stopwatch.StartNew();
        var taken = feed.Acknowledged;
        await Poll.UntilAsync(() => feed.Acknowledged > taken, "messages are taken again", Amount.Soon);
        await Poll.UntilAsync(async () => (await ReadyAsync(stranger)).Contains($"{name} answers and is up to date", StringComparison.Ordinal), "it says that all is well", Amount.Soon);
        var again = watch.Elapsed;

        await sending;
        await Ledger.SettledAsync(node.Books.Open, Count, TimeSpan.FromSeconds(300));
        await Ledger.ShouldBalanceAsync(node.Books.Open, Count, node.Room);
        await using var books = node.Books.Open();
        (await books.Messages.MaxAsync(message => message.Attempts)).ShouldBe(0, "a full disk is no message's fault");
        await node.ShouldHaveLoggedCalmlyAsync(outages: 1, "The database's disk is full", "The database has room again");
        Amount.Write($"{name} on a full disk: {Count} messages, {feed.Repeated} sent again, lost 0, doubled 0; room again: taken and well after {again.TotalSeconds:0.0} s");
    }
}
