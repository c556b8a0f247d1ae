using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Live;
using Restaurant.Pipeline.Menu;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Nodes;

public sealed class RolesTests
{
    [Fact]
    public async Task A_web_node_keeps_messages_for_a_worker_and_hears_when_they_are_done()
    {
        await using var web = await RunningProgram.StartAsync(DatabaseKind.Postgres, (NodeRole.Setting, "web"));
        var client = await web.ClientAsync(Role.Owner);

        (await client.PostAsJsonAsync("/api/messages", new { channel = "web", externalId = "1", sender = "ann", text = "thank you so much" }))
            .StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await client.ReadyAsync("No node is at work");
        var log = web.Services.GetRequiredService<IMessageLog>();
        (await log.CountAsync(new(Status: MessageStatus.Waiting), default)).ShouldBe(1);

        await using var worker = web.Beside((NodeRole.Setting, "worker"));
        await Poll.UntilAsync(async () => await log.CountAsync(new(Status: MessageStatus.Registered), default) == 1, "the worker has registered it");
        await client.ReadyAsync("1 node at work");
    }

    [Fact]
    public async Task A_worker_shows_no_page_and_takes_nothing_in_but_tells_how_it_is()
    {
        await using var worker = await RunningProgram.StartAsync(DatabaseKind.Postgres, (NodeRole.Setting, "worker"), ("Metrics:Token", "scrape me"));
        var client = await worker.ClientAsync(Role.Owner);

        foreach (var path in (string[])["/", "/orders", "/sign-in", "/api/orders", "/api/messages", "/hubs/live", "/mcp", "/css/app.css"])
            (await client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await client.PostAsJsonAsync("/api/messages", new { channel = "web", externalId = "1", sender = "ann", text = "hello" }))
            .StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await client.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await client.ReadyAsync("PostgreSQL answers and is up to date");
        (await client.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.OK);
        client.DefaultRequestHeaders.Clear();
        (await client.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_menu_change_is_in_use_on_every_node_even_when_its_signal_gets_lost(bool signalled)
    {
        await using var web = await RunningProgram.StartAsync(DatabaseKind.Postgres, (NodeRole.Setting, "web"));
        await using var worker = signalled ? web.Beside((NodeRole.Setting, "worker")) : web.DeafBeside((NodeRole.Setting, "worker"));
        if (signalled)
            await Poll.UntilAsync(() => worker.Services.GetRequiredService<SignalState>() is { Carrier: not null, Problem: null }, "the line is open");
        var reader = worker.Services.GetRequiredService<MenuCache>();
        var client = await web.ClientAsync(Role.Owner);
        (await client.PostAsJsonAsync("/api/menu/items", new { name = "Plum Dumpling", category = "Sweets", priceMinor = 650 })).EnsureSuccessStatusCode();

        await Poll.UntilAsync(() => reader.Current.Menu.Items.Any(item => item.Name == "Plum Dumpling"), "the worker reads by the new menu");
    }
}
