using System.Net;
using System.Security.Cryptography;
using System.Text;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Api;

public sealed class WebhookApiTests
{
    private const string Secret = "a shared secret of the channel";
    private const string Body = """{"id":"w-1","sender":"ann","text":"hello there"}""";

    [Fact]
    public async Task A_signed_message_is_taken_and_its_repeat_is_the_same_message()
    {
        await using var program = await StartAsync();

        var first = await SendAsync(program, Body);
        var again = await SendAsync(program, Body);

        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        again.Headers.Location.ShouldBe(first.Headers.Location);
    }

    [Fact]
    public async Task What_was_changed_on_the_way_replayed_late_or_signed_by_a_stranger_is_refused_alike()
    {
        await using var program = await StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        HttpResponseMessage[] refused =
        [
            await SendAsync(program, Body, sent: Body.Replace("hello", "heLLo", StringComparison.Ordinal)),
            await SendAsync(program, Body, secret: "another secret"),
            await SendAsync(program, Body, at: now.AddMinutes(-6)),
            await SendAsync(program, Body, at: now.AddMinutes(6)),
            await SendAsync(program, Body, channel: "unknown"),
            await SendAsync(program, Body, signature: ""),
        ];

        var answers = await Task.WhenAll(refused.Select(async answer => (answer.StatusCode, await DetailAsync(answer))));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Unauthorized);
        answers.Select(answer => answer.Item2).Distinct().Count().ShouldBe(1, "the answer must not say which part was wrong");
    }

    [Fact]
    public async Task A_signed_body_that_is_no_message_or_too_large_is_refused_with_the_limit()
    {
        await using var program = await StartAsync();

        (await SendAsync(program, "[]")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(program, """{"id":"1","sender":"ann"}""")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(program, new string(' ', 70_000) + Body)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static Task<TheProgram> StartAsync() => TheProgram.StartAsync(DatabaseKind.Sqlite, ("Webhook:partner", Secret));

    private static async Task<HttpResponseMessage> SendAsync(
        TheProgram program, string body, string? sent = null, string secret = Secret, DateTimeOffset? at = null, string channel = "partner", string? signature = null)
    {
        var timestamp = $"{(at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds()}";
        var signed = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/webhooks/{channel}") { Content = new StringContent(sent ?? body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Restaurant-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-Restaurant-Signature", signature ?? $"sha256={signed}");
        return await program.Stranger().SendAsync(request);
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage answer) =>
        System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString();
}
