using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Settings;

namespace Restaurant.Web.Api;

/// <summary>The door for programs that cannot sign in: they sign each message instead.</summary>
internal static class WebhookApi
{
    private const int MaxBody = 64 * 1024;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { AllowDuplicateProperties = false };

    public static void MapWebhooks(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/webhooks/{channel}", Receive).WithTags("Messages").AllowAnonymous().DisableAntiforgery();

    /// <summary>Takes a signed message of a channel. X-Restaurant-Timestamp holds the Unix time in seconds, X-Restaurant-Signature "sha256=" and the
    /// lower-case hexadecimal HMAC-SHA256 of timestamp, a full stop and the body, with the channel's secret. Older or newer than 5 minutes is refused.</summary>
    private static async Task<Results<Accepted<MessagesApi.ReceivedView>, ValidationProblem, ProblemHttpResult>> Receive(
        string channel, HttpRequest request, IInbox inbox, ISettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await ReadAsync(request, cancellationToken) is not { } body)
            return TypedResults.Problem($"The body is larger than {MaxBody} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge);

        // An unknown channel answers like a wrong signature, so that nobody can find out which channels there are.
        var secret = channel.Length > CustomerMessage.MaxChannel ? null : await settings.SecretAsync($"Webhook:{channel}", cancellationToken);
        var (timestamp, signature) = (request.Headers[WebhookSignature.TimestampHeader].ToString(), request.Headers[WebhookSignature.Header].ToString());
        if (!WebhookSignature.IsGood(secret, timestamp, signature, body, clock.GetUtcNow()))
        {
            return TypedResults.Problem(
                $"The signature does not fit. Sign \"timestamp.body\" with the channel's secret, and send {WebhookSignature.TimestampHeader} and {WebhookSignature.Header}.",
                statusCode: StatusCodes.Status401Unauthorized);
        }

        if (Parse(body) is not { } message)
            return TypedResults.Problem("The body must be a JSON object with id, sender and text.", statusCode: StatusCodes.Status400BadRequest);
        var received = new NewMessage(channel, message.Id ?? "", message.Sender ?? "", message.Text ?? "", message.SentAt ?? clock.GetUtcNow());
        if (MessageRules.Check(received) is { Count: > 0 } problems)
            return TypedResults.ValidationProblem(problems);
        return MessagesApi.Accepted((await inbox.AddAsync([received], cancellationToken))[0]);
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxBody + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MaxBody ? null : buffer[..length];
    }

    private static Body? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Body>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Body(string? Id, string? Sender, string? Text, DateTimeOffset? SentAt);
}
