using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Simulation;
using Restaurant.Domain.Team;

namespace Restaurant.Web.Tests.Security;

/// <summary>What only a real server on a real line shows: slow senders, broken requests, bodies too large or cut off.</summary>
public sealed class WireTests(OwnServer fixture) : IClassFixture<OwnServer>
{
    private readonly RunningProgram program = fixture.Program;

    [Theory]
    [InlineData("POST /api/auth/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n", "x")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n", "x")]
    [InlineData("GET / HTTP/1.1\r\n", "X-More: a\r\n")]
    public async Task Who_trickles_is_cut_off_while_others_are_served(string beginning, string drop)
    {
        using var slow = await Wire.OpenAsync(program.Address);
        var watch = Stopwatch.StartNew();
        await slow.SendAsync(beginning);
        var answer = slow.ReadAsync();
        while (!answer.IsCompleted)
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(80));
            await slow.SendAsync(drop);
            await Task.WhenAny(answer, Task.Delay(500));
        }

        // Some hear why; who is cut off in the middle of a body may find the line closed.
        if ((await answer).Length > 0)
            (await answer)[..12].ShouldBeOneOf("HTTP/1.1 408", "HTTP/1.1 400");
        (await (await program.ClientAsync(role: null)).GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("not http at all\r\n\r\n", "400")]
    [InlineData("GET / HTTP/9.9\r\nHost: x\r\n\r\n", "505")]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nX-Bad: a\0b\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nX Bad: a\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "400")]
    [InlineData("POST /api/auth/token HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", "400")]
    [InlineData("POST /api/auth/token HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "400")]
    [InlineData("POST /api/auth/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "400")]
    public async Task What_is_not_http_is_refused(string request, string status)
    {
        var answer = await Wire.AskAsync(program.Address, request);

        answer.ShouldStartWith($"HTTP/1.1 {status}");
        answer.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        var many = string.Concat(Enumerable.Range(0, 200).Select(number => $"X-{number}: a\r\n"));

        (await Wire.AskAsync(program.Address, $"GET / HTTP/1.1\r\nHost: x\r\n{many}\r\n")).ShouldStartWith("HTTP/1.1 431");
        (await Wire.AskAsync(program.Address, $"GET / HTTP/1.1\r\nHost: x\r\nX-Long: {new string('a', 100_000)}\r\n\r\n")).ShouldStartWith("HTTP/1.1 431");
        (await Wire.AskAsync(program.Address, $"GET /{new string('a', 100_000)} HTTP/1.1\r\nHost: x\r\n\r\n")).ShouldStartWith("HTTP/1.1 414");
    }

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/css/..%2f..%2fappsettings.json")]
    [InlineData("/css/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/css/..%5c..%5cappsettings.json")]
    [InlineData("/_content/Radzen.Blazor/../../../appsettings.json")]
    [InlineData("/_framework/..;/appsettings.json")]
    [InlineData("//etc/passwd")]
    [InlineData("/appsettings.json")]
    [InlineData("/restaurant.db")]
    public async Task No_path_leads_to_a_file_that_is_not_a_page_s(string path)
    {
        var answer = await Wire.AskAsync(program.Address, $"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        answer.ShouldNotStartWith("HTTP/1.1 200");
        answer.ShouldNotContain("LogLevel");
        answer.ShouldNotContain("root:");
    }

    [Theory]
    [InlineData("/api/messages", "application/json")]
    [InlineData("/api/menu/import", "text/csv")]
    public async Task A_body_that_is_too_large_is_refused_in_words(string path, string type)
    {
        // The caller asks before it sends, however long the answer takes: who sends at once may find the line closed instead of the answer.
        var answer = await Wire.AskAsync(
            program.Address,
            $"POST {path} HTTP/1.1\r\nHost: x\r\nX-Api-Key: {await program.KeyAsync(Role.Owner)}\r\nContent-Type: {type}\r\nContent-Length: 9000000\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");

        answer.ShouldStartWith("HTTP/1.1 413");
        answer.ShouldContain("too large");
    }

    [Fact]
    public async Task A_body_without_end_is_cut_off()
    {
        using var wire = await Wire.OpenAsync(program.Address);
        await wire.SendAsync($"POST /api/messages HTTP/1.1\r\nHost: x\r\nX-Api-Key: {await program.KeyAsync(Role.Owner)}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        var answer = wire.ReadAsync();
        var chunk = $"{1_000_000:x}\r\n{new string(' ', 1_000_000)}\r\n";
        for (var sent = 0; sent < 20 && !answer.IsCompleted; sent++)
            await wire.SendAsync(chunk);

        // Who goes on sending into a closed line may not hear why.
        if ((await answer).Length > 0)
            (await answer)[..12].ShouldBeOneOf("HTTP/1.1 413", "HTTP/1.1 400");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate, gzip")]
    public async Task A_packed_body_is_refused_before_anybody_unpacks_it(string encoding)
    {
        var client = await program.ClientAsync(Role.Owner);
        using var body = new ByteArrayContent([0x1f, 0x8b, 0x08]);
        body.Headers.ContentType = new("text/csv");
        body.Headers.TryAddWithoutValidation("Content-Encoding", encoding);

        using var answer = await client.PostAsync("/api/simulation/datasets?name=bomb", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Content-Encoding");
    }

    [Fact]
    public async Task An_upload_that_breaks_off_stores_nothing()
    {
        var key = await program.KeyAsync(Role.Owner);
        using (var wire = await Wire.OpenAsync(program.Address))
        {
            await wire.SendAsync($"POST /api/simulation/datasets?name=half HTTP/1.1\r\nHost: x\r\nX-Api-Key: {key}\r\nContent-Type: text/csv\r\nContent-Length: 500000\r\n\r\n");
            await wire.SendAsync("timestamp,message\n" + string.Concat(Enumerable.Repeat("2026-05-01 12:00:00,hello\n", 1000)));
        }

        // The next one is served after the first one's end was noticed, or beside it: in neither case has the first left anything.
        var datasets = program.Services.GetRequiredService<IDatasets>();
        (await (await program.ClientAsync(Role.Owner)).PostAsync("/api/simulation/datasets?name=whole", new StringContent("timestamp,message\n2026-05-01 12:00:00,hello\n", null, "text/csv")))
            .StatusCode.ShouldBe(HttpStatusCode.Created);
        (await datasets.ListAsync(default)).Select(dataset => dataset.Name).ShouldNotContain("half");
    }
}
