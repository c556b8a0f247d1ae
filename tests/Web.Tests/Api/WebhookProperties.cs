using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Messages;
using Restaurant.Web.Api;

namespace Restaurant.Web.Tests.Api;

/// <summary>What holds for any body at all that a channel signs: it is taken as it is, or refused in words, and never half.</summary>
public sealed class WebhookProperties
{
    private const string Secret = "a shared secret of the channel";

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\"id\"", "\"sender\"", "\"text\"", "\"sentAt\"", "\"ID\"", "\"more\"", "\"x\"", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud83c\"", "\"🍕\"",
        "\"2026-05-01T12:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "null", "true", "1", "-1", "1e999", "//", "/*", "\n", "\0", "\uFEFF", "<b>", "' OR 1=1 --",
    ];

    private static readonly string[] Words = ["x", "", " ", "two soups", "\0", "🍕", "<script>", "=1+1", "'; DROP TABLE messages", "\u202E", "\n", new('a', 300), new('b', 6000)];

    // The same bodies in every run: what fails for one fails for all.
    private static readonly Config Same = Config.QuickThrowOnFailure.WithReplay(7, 31).WithMaxTest(250);

    private static Gen<string> Junk => Gen.Elements(Pieces).ArrayOf().Select(string.Concat);

    private static Gen<string> Messages =>
        from id in Gen.Elements(Words)
        from sender in Gen.Elements(Words)
        from text in Gen.Elements(Words)
        select JsonSerializer.Serialize(new { id, sender, text });

    [Fact]
    public async Task Any_signed_body_is_taken_as_it_is_or_refused_in_words_and_never_stored_half()
    {
        await using var program = await TheProgram.StartAsync(settings: ("Webhook:partner", Secret));
        var client = program.Stranger();
        var log = program.Services.GetRequiredService<IMessageLog>();
        var taken = new HashSet<string>();

        Check.One(Same, Prop.ForAll(Gen.OneOf(Junk, Messages).ToArbitrary(), body =>
        {
            using var answer = SendAsync(client, body).GetAwaiter().GetResult();
            if (answer.StatusCode == HttpStatusCode.Accepted)
            {
                using var json = JsonDocument.Parse(body);
                taken.Add(json.RootElement.GetProperty("id").GetString()!);
                return;
            }

            ((int)answer.StatusCode).ShouldBeInRange(400, 499, body);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", body);
            answer.Content.ReadAsStringAsync().GetAwaiter().GetResult().ShouldNotContain("Exception", customMessage: body);
        }));

        taken.ShouldNotBeEmpty("some of them are messages");
        (await log.CountAsync(new(), default)).ShouldBe(taken.Count);
    }

    [Fact]
    public void Any_signature_that_is_not_the_one_is_refused() => Check.One(Same.WithMaxTest(2000), Prop.ForAll<byte[], string, byte>((body, signature, at) =>
    {
        var now = TimeProvider.System.GetUtcNow();
        var timestamp = $"{now.ToUnixTimeSeconds()}";
        var signed = Sign(timestamp, body ?? []);
        WebhookSignature.IsGood(Secret, timestamp, signed, body ?? [], now).ShouldBeTrue();
        WebhookSignature.IsGood(Secret, timestamp, signature ?? "", body ?? [], now).ShouldBeFalse();
        WebhookSignature.IsGood(Secret, signature ?? "", signed, body ?? [], now).ShouldBeFalse();
        WebhookSignature.IsGood(Secret, timestamp, signed, [.. body ?? [], at], now).ShouldBeFalse();
        WebhookSignature.IsGood(null, timestamp, signed, body ?? [], now).ShouldBeFalse();
    }));

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string body)
    {
        var timestamp = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}";
        var bytes = Encoding.UTF8.GetBytes(body);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/partner") { Content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } } };
        request.Headers.Add("X-Restaurant-Timestamp", timestamp);
        request.Headers.Add("X-Restaurant-Signature", Sign(timestamp, bytes));
        return client.SendAsync(request);
    }

    private static string Sign(string timestamp, byte[] body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), (byte[])[.. Encoding.UTF8.GetBytes(timestamp + "."), .. body]));
}
