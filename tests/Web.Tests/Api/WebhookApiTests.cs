using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Restaurant.Web.Tests.Api;

public sealed class WebhookApiTests(TheServer server)
{
    private const string Body = """{"id":"w-1","sender":"ann","text":"hello there"}""";

    [Fact]
    public async Task A_signed_message_is_taken_and_its_repeat_is_the_same_message()
    {
        var first = await SendAsync(Body);
        var again = await SendAsync(Body);

        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        again.Headers.Location.ShouldBe(first.Headers.Location);
    }

    [Fact]
    public async Task What_was_changed_on_the_way_replayed_late_or_signed_by_a_stranger_is_refused_alike()
    {
        var now = TimeProvider.System.GetUtcNow();
        HttpResponseMessage[] refused =
        [
            await SendAsync(Body, sent: Body.Replace("hello", "heLLo", StringComparison.Ordinal)),
            await SendAsync(Body, secret: "another secret"),
            await SendAsync(Body, at: now.AddMinutes(-6)),
            await SendAsync(Body, at: now.AddMinutes(6)),
            await SendAsync(Body, channel: "unknown"),
            await SendAsync(Body, signature: ""),
        ];

        var answers = await Task.WhenAll(refused.Select(async answer => (answer.StatusCode, await DetailAsync(answer))));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Unauthorized);
        answers.Select(answer => answer.Item2).Distinct().Count().ShouldBe(1, "the answer must not say which part was wrong");
    }

    [Fact]
    public async Task A_signed_body_that_is_no_message_or_too_large_is_refused_with_the_limit()
    {
        (await SendAsync("[]")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync("""{"id":"1","sender":"ann"}""")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(new string(' ', 70_000) + Body)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private async Task<HttpResponseMessage> SendAsync(
        string body, string? sent = null, string secret = TheServer.WebhookSecret, DateTimeOffset? at = null, string channel = "partner", string? signature = null)
    {
        var timestamp = $"{(at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds()}";
        var signed = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/webhooks/{channel}") { Content = new StringContent(sent ?? body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Restaurant-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-Restaurant-Signature", signature ?? $"sha256={signed}");
        return await server.Stranger().SendAsync(request);
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage answer) =>
        System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString();
}
