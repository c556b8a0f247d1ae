using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Live;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Web.Tests.Health;

public sealed class HealthTests(OwnServer fixture) : IClassFixture<OwnServer>
{
    private readonly RunningProgram program = fixture.Program;

    [Fact]
    public async Task Strangers_may_ask_whether_it_is_alive_and_ready_and_learn_no_secret()
    {
        var client = await program.ClientAsync(role: null);

        (await client.GetStringAsync("/health/live")).ShouldBe("""{"status":"ok"}""");
        var ready = await client.ReadyAsync("""{"state":"Ok",""");

        ready.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("part").GetString())
            .ShouldBe(["database", "inbox", "outbox", "jobs", "workers", "signals"]);
        ready.ToString().ShouldNotContain("Data Source");
    }

    [Fact]
    public async Task A_node_whose_database_is_behind_asks_for_no_work_and_says_why()
    {
        await using var context = await program.Services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        await context.Database.ExecuteSqlRawAsync("""UPDATE "__EFMigrationsHistory" SET "MigrationId" = '#' || "MigrationId" """);
        var client = await program.ClientAsync(role: null);

        var answer = await client.GetAsync("/health/ready");
        await context.Database.ExecuteSqlRawAsync("""UPDATE "__EFMigrationsHistory" SET "MigrationId" = substr("MigrationId", 2) """);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("not applied");
    }

    [Fact]
    public async Task A_worker_that_fell_silent_is_named()
    {
        var heartbeats = program.Services.GetRequiredService<Heartbeats>();
        heartbeats.Mark("night baker", TimeSpan.FromTicks(1));
        var client = await program.ClientAsync(role: null);

        await client.ReadyAsync("The night baker gave no sign of life");

        heartbeats.Mark("night baker", TimeSpan.FromHours(1));
        await client.ReadyAsync("All are alive.");
    }

    [Fact]
    public async Task Figures_are_for_those_with_a_role_or_the_token()
    {
        // A room of its own: the figures are those of the process, in which other programs run at the same time.
        Restaurant.Domain.Shared.Telemetry.OutboxSent.Add(3, new KeyValuePair<string, object?>("room", "Lighthouse"));
        Restaurant.Domain.Shared.Telemetry.OutboxTime.Record(0.2, new KeyValuePair<string, object?>("room", "Lighthouse"));

        var stranger = await program.ClientAsync(role: null);
        (await stranger.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "scrape him");
        (await stranger.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "scrape me");
        var page = await stranger.GetStringAsync("/metrics");
        page.ShouldContain("# TYPE restaurant_outbox_sent_total counter\n");
        page.ShouldContain("restaurant_outbox_sent_total{room=\"Lighthouse\"} 3\n");
        page.ShouldContain("restaurant_outbox_duration_seconds_bucket{room=\"Lighthouse\",le=\"0.25\"} 1\n");
        page.ShouldContain("restaurant_outbox_duration_seconds_bucket{room=\"Lighthouse\",le=\"+Inf\"} 1\n");
        page.ShouldContain("restaurant_outbox_duration_seconds_count{room=\"Lighthouse\"} 1\n");

        (await (await program.ClientAsync(Role.Kitchen)).GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
