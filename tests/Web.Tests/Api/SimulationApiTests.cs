using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Api;

/// <summary>One simulation runs at a time, so this class has a program of its own.</summary>
public sealed class SimulationApiTests(OwnProgram stage) : IClassFixture<OwnProgram>
{
    private readonly TheProgram program = stage.Program;

    [Fact]
    public async Task A_dataset_is_uploaded_played_paused_resumed_and_stopped_and_its_messages_arrive()
    {
        var manager = await program.AsAsync(Role.Manager);
        var rows = string.Concat(Enumerable.Range(0, 60).Select(second => $"2026-05-01 12:00:{second:00},thank you so much,guest {second},sms\n"));
        var uploaded = await UploadAsync(manager, "lunch", $"timestamp,message,sender,channel\n{rows}never,broken,x,sms\n");
        uploaded.StatusCode.ShouldBe(HttpStatusCode.Created);
        var view = await JsonAsync(uploaded);
        var id = view.GetProperty("dataset").GetProperty("id").GetString();
        (view.GetProperty("dataset").GetProperty("count").GetInt32(), view.GetProperty("badRows").GetArrayLength()).ShouldBe((60, 1));
        (await manager.GetFromJsonAsync<JsonElement>($"{uploaded.Headers.Location}?page=2&size=50")).GetArrayLength().ShouldBe(10);

        (await manager.PostAsync("/api/simulation/pause", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict, "nothing runs");
        var started = await manager.PostAsJsonAsync("/api/simulation/start", new { dataset = id, pace = "Real" });
        started.StatusCode.ShouldBe(HttpStatusCode.OK, await started.Content.ReadAsStringAsync());
        (await manager.PostAsJsonAsync("/api/simulation/start", new { dataset = id })).StatusCode.ShouldBe(HttpStatusCode.Conflict, "one runs at a time");
        (await StatusAsync(manager)).ShouldBe("Running");
        (await manager.PostAsync("/api/simulation/pause", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(manager)).ShouldBe("Paused");
        (await manager.DeleteAsync($"/api/simulation/datasets/{id}")).StatusCode.ShouldBe(HttpStatusCode.Conflict, "it is being played");
        (await manager.PostAsync("/api/simulation/resume", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Poll.UntilAsync(
            async () => (await manager.GetFromJsonAsync<JsonElement>("/api/messages?channel=sms")).GetProperty("total").GetInt32() > 0, "a message has arrived");
        (await manager.PostAsync("/api/simulation/stop", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(manager)).ShouldNotBe("Running");

        (await manager.DeleteAsync($"/api/simulation/datasets/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await manager.GetStringAsync("/api/simulation/datasets")).ShouldNotContain(id!);
    }

    [Fact]
    public async Task A_dataset_that_comes_with_the_program_stays_and_an_unknown_one_is_not_started()
    {
        var manager = await program.AsAsync(Role.Manager);
        var builtIn = (await manager.GetFromJsonAsync<JsonElement>("/api/simulation/datasets")).EnumerateArray().First(dataset => dataset.GetProperty("builtIn").GetBoolean());

        (await manager.DeleteAsync($"/api/simulation/datasets/{builtIn.GetProperty("id").GetString()}")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await manager.PostAsJsonAsync("/api/simulation/start", new { dataset = Guid.NewGuid() })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await manager.PostAsJsonAsync("/api/simulation/start", new { dataset = "x" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a,b\n1,2\n", "must name the columns")]
    [InlineData("timestamp,message\nyesterday,hello\n", "is not a time")]
    [InlineData("timestamp,message\n2026-05-01 12:00:00,a\0b\n", "NUL")]
    public async Task A_file_with_nothing_to_play_is_refused_and_its_rows_are_named(string csv, string reason)
    {
        var manager = await program.AsAsync(Role.Manager);

        var answer = await UploadAsync(manager, $"bad {Guid.NewGuid():N}", csv);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await JsonAsync(answer)).GetProperty("badRows").ToString().ShouldContain(reason);
        (await manager.GetStringAsync("/api/simulation/datasets")).ShouldNotContain("\"bad ");
    }

    [Fact]
    public async Task A_name_is_needed_and_is_taken_once()
    {
        var manager = await program.AsAsync(Role.Manager);
        const string Csv = "timestamp,message\n2026-05-01 12:00:00,hello\n";

        (await UploadAsync(manager, "", Csv)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await UploadAsync(manager, new string('x', 500), Csv)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await UploadAsync(manager, "twice", Csv)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await UploadAsync(manager, "twice", Csv)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static Task<HttpResponseMessage> UploadAsync(HttpClient client, string name, string csv) =>
        client.PostAsync($"/api/simulation/datasets?name={Uri.EscapeDataString(name)}", new StringContent(csv, Encoding.UTF8, "text/csv"));

    private static async Task<string?> StatusAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/simulation")).GetProperty("status").GetString();

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();
}
