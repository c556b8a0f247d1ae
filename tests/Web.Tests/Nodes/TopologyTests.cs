using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Team;
using Restaurant.Testing;
using Restaurant.Web.Tests.Hubs;

namespace Restaurant.Web.Tests.Nodes;

/// <summary>The topology of docker-compose.yml's profile "nodes", with processes: nginx, two web nodes, two workers, one PostgreSQL, one Redis.</summary>
public sealed class TopologyTests(Topology nodes) : IClassFixture<Topology>
{
    [Fact]
    public async Task Who_signs_in_at_one_node_is_known_to_all_and_stays_with_the_same_one()
    {
        using var browser = nodes.Browser();
        var answer = await TheServer.SignInAsync(browser, Team.Email(Role.Owner), Team.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found, await answer.Content.ReadAsStringAsync());

        foreach (var address in (string[])[nodes.Proxy, nodes.FirstWeb.Address, nodes.SecondWeb.Address])
            (await browser.GetAsync($"{address}/api/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK, address);
        nodes.Cookies(browser).ShouldContain("node");
    }

    [Fact]
    public async Task What_a_worker_registers_is_heard_at_every_web_node()
    {
        await using var first = await HubListener.ConnectAsync(nodes.FirstWeb.Address, "", nodes.Key);
        await using var second = await HubListener.ConnectAsync(nodes.SecondWeb.Address, "", nodes.Key);

        using var client = nodes.Program();
        (await client.PostAsJsonAsync("/api/messages", new { channel = "sms", externalId = "heard", sender = "hedda", text = "seven lemonades please" }))
            .StatusCode.ShouldBe(HttpStatusCode.Accepted);

        foreach (var listener in (HubListener[])[first, second])
            await Poll.UntilAsync(async () => (await listener.SentencesAsync(1)).Exists(sentence => sentence.Contains("hedda") && sentence.Contains("7 × Lemonade")), "the order is heard");
    }

    [Fact]
    public async Task A_rolling_restart_and_a_killed_worker_lose_no_message_and_double_none()
    {
        const int Count = 1200;
        await nodes.ForgetAsync();
        await using var third = await nodes.StartAsync("worker");
        using var feed = new Feed([nodes.Proxy], nodes.Key, Count);
        var sending = feed.SendAllAsync();
        await feed.UntilAsync(Count / 8);
        await third.KillAsync();
        foreach (var node in nodes.All)
        {
            var before = feed.Acknowledged;
            await node.StopAsync();
            await feed.UntilAsync(Math.Min(Count, before + 20));
            await node.StartAgainAsync();
        }

        await sending;
        await Ledger.SettledAsync(nodes.Books.Open, Count, TimeSpan.FromSeconds(300));
        await Ledger.ShouldBalanceAsync(nodes.Books.Open, Count, nodes.Room);
        await using var database = nodes.Books.Open();
        (await database.Messages.Select(message => message.Attempts).MaxAsync()).ShouldBeLessThanOrEqualTo(1);
        Faults.Amount.Write($"rolling restart of 2 web and 2 worker nodes with one worker killed: {Count} messages, {feed.Repeated} sent again, lost 0, doubled 0, repeats of notices {Ledger.Repeats(nodes.Room)}");
    }
}
