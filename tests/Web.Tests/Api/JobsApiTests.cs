using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Api;

public sealed class JobsApiTests(TheServer server)
{
    [Fact]
    public async Task A_schedule_is_made_changed_paused_run_deleted_and_restored_and_every_act_is_audited()
    {
        var manager = await server.WithKeyAsync(Role.Manager);
        var job = await KeyOfAsync(manager, "Retention of traces");
        var made = await ReadAsync(await manager.PostAsJsonAsync("/api/schedules", new { name = "Traces on Wednesdays", job, timetable = new { kind = "Weekly", day = "Wednesday", at = "04:30" } }));
        var id = made.GetProperty("id").GetGuid();
        made.GetProperty("words").GetString().ShouldBe("Every Wednesday at 04:30");
        made.GetProperty("nextAt").ValueKind.ShouldBe(JsonValueKind.String);

        var change = new { name = "Traces every six hours", job, timetable = new { kind = "Interval", everySeconds = 21600 }, missed = "Skip" };
        (await manager.PutAsJsonAsync($"/api/schedules/{id}", change)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await ReadAsync(await PutAsync(manager, $"/api/schedules/{id}", change, version: 0))).GetProperty("words").GetString().ShouldBe("Every 6 hours");
        (await PutAsync(manager, $"/api/schedules/{id}", change, version: 0)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

        (await manager.PostAsJsonAsync($"/api/schedules/{id}/pause", new { reason = " " })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var paused = await ReadAsync(await manager.PostAsJsonAsync("/api/schedules/pause", new { ids = new[] { id, Guid.NewGuid() }, reason = "The disk is full" }));
        paused.EnumerateArray().Select(outcome => outcome.GetProperty("done").GetBoolean()).ShouldBe([true, false]);
        (await manager.GetFromJsonAsync<JsonElement>($"/api/schedules/{id}")).GetProperty("paused").GetProperty("reason").GetString().ShouldBe("The disk is full");
        (await ReadAsync(await manager.PostAsync($"/api/schedules/{id}/resume", null))).GetProperty("paused").ValueKind.ShouldBe(JsonValueKind.Null);

        var run = await ReadAsync(await manager.PostAsJsonAsync($"/api/schedules/{id}/run", new { }), HttpStatusCode.Accepted);
        await Poll.UntilAsync(async () => (await manager.GetFromJsonAsync<JsonElement>($"/api/runs/{run.GetProperty("id").GetGuid()}")).GetProperty("run").GetProperty("state").GetString() == "Succeeded", "the run is over");

        (await ReadAsync(await manager.DeleteAsync($"/api/schedules/{id}"))).GetProperty("deletedAt").ValueKind.ShouldBe(JsonValueKind.String);
        (await ReadAsync(await manager.PostAsync($"/api/schedules/{id}/restore", null))).GetProperty("deletedAt").ValueKind.ShouldBe(JsonValueKind.Null);
        (await AuditAsync($"schedules/{id}")).ShouldBe(["made", "changed", "paused", "resumed", "ran", "deleted", "restored"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_job_is_started_by_hand_found_again_and_its_arguments_are_checked()
    {
        var manager = await server.WithKeyAsync(Role.Manager);
        var job = await KeyOfAsync(manager, "Job history expiry");
        (await manager.PostAsJsonAsync("/api/runs", new { job, arguments = new { noSuchThing = 1 } })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await manager.PostAsJsonAsync("/api/runs", new { job = "no/such" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var later = TimeProvider.System.GetUtcNow().AddDays(3);

        var run = await ReadAsync(await manager.PostAsJsonAsync("/api/runs", new { job, dueAt = later }), HttpStatusCode.Accepted);

        var id = run.GetProperty("id").GetGuid();
        var cook = await server.WithKeyAsync(Role.Kitchen);
        var found = await cook.GetFromJsonAsync<JsonElement>($"/api/runs?job={job}&state=Queued&size=1");
        found.GetProperty("rows").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(id);
        (await cook.PostAsJsonAsync($"/api/runs/{id}/cancel", new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ReadAsync(await manager.PostAsJsonAsync($"/api/runs/{id}/cancel", new { why = "Not needed" }), HttpStatusCode.Accepted)).GetProperty("state").GetString().ShouldBe("Cancelled");
        (await manager.PostAsJsonAsync($"/api/runs/{id}/cancel", new { })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await ReadAsync(await manager.PostAsJsonAsync($"/api/runs/{id}/replay", new { }), HttpStatusCode.Accepted);
        again.GetProperty("fromRun").GetGuid().ShouldBe(id);
        (await AuditAsync($"runs/{id}")).ShouldBe(["started", "cancelled", "replayed"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_status_tells_the_nodes_the_gate_and_the_figures()
    {
        var cook = await server.WithKeyAsync(Role.Kitchen);
        await Poll.UntilAsync(async () => (await StatusAsync()).GetProperty("nodes").EnumerateArray().Any(node => node.GetProperty("isAlive").GetBoolean()), "the node shows itself");

        var status = await StatusAsync();
        status.GetProperty("gate").GetProperty("sentence").GetString().ShouldStartWith("Heavy jobs");
        status.GetProperty("figures").GetProperty("deadLetters").GetInt32().ShouldBeGreaterThanOrEqualTo(0);

        Task<JsonElement> StatusAsync() => cook.GetFromJsonAsync<JsonElement>("/api/jobs/status");
    }

    [Fact]
    public async Task A_timetable_is_explained_before_it_is_saved()
    {
        var cook = await server.WithKeyAsync(Role.Kitchen);
        var good = await ReadAsync(await cook.PostAsJsonAsync("/api/schedules/preview?times=2", new { kind = "Cron", cron = "0 9 * * 1-5" }));
        good.GetProperty("words").GetString().ShouldBe("Monday to Friday at 09:00");
        good.GetProperty("times").GetArrayLength().ShouldBe(2);
        (await ReadAsync(await cook.PostAsJsonAsync("/api/schedules/preview", new { kind = "Cron", cron = "61 * * * *" }))).GetProperty("problem").GetString().ShouldNotBeNullOrEmpty();
    }

    private static async Task<string> KeyOfAsync(HttpClient client, string name) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/jobs")).EnumerateArray().Single(job => job.GetProperty("name").GetString() == name).GetProperty("key").GetString()!;

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string path, object body, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await client.SendAsync(request);
    }

    /// <summary>The first word of what was done.</summary>
    private async Task<IReadOnlyList<string>> AuditAsync(string subject)
    {
        await using var database = await server.Services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        var entries = await database.Audit.AsNoTracking().Where(entry => entry.Subject == subject).ToListAsync();
        return [.. entries.Select(entry => entry.What.Split(' ')[0])];
    }
}
