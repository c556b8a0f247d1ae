using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using Restaurant.Domain.Notifications;
using Restaurant.Infrastructure.Http;

namespace Restaurant.Infrastructure.Notifications;

/// <summary>A Discord room by its webhook. Time-outs and server errors are tried again at once, limits are kept, refusals are explained.</summary>
internal sealed class DiscordRoom(OutboundHttp http, OutboundRules rules, IConfiguration configuration, DiscordPace pace, TimeProvider clock)
{
    private const int MaxAnswer = 4096;
    private readonly ResiliencePipeline<HttpStatusCode> tries = Tries(pace, clock);
    private readonly Uri? publicUrl = Uri.TryCreate(configuration["Restaurant:PublicUrl"], UriKind.Absolute, out var url) ? url : null;

    // Discord's global limit holds for all rooms: kept here, where all pass.
    private long quietUntil;

    public string? Problem(string address) => DiscordAddress.Problem(address, rules);

    public async Task<SendResult> SendAsync(RoomNotice notice, string key, string address, CancellationToken cancellationToken)
    {
        if (Problem(address) is { } problem)
            return new(SendOutcome.Refused, problem);
        if (Quiet() is { } quiet && quiet > TimeSpan.Zero)
            return Busy(quiet);

        SendResult? result = null;
        try
        {
            var body = DiscordMessage.Write(notice, key, publicUrl);
            await tries.ExecuteAsync(
                async token =>
                {
                    (var status, result) = await TryAsync(WithWait(address), body, token);
                    return status;
                },
                cancellationToken);
            return result!;
        }
        catch (TimeoutRejectedException)
        {
            return new(SendOutcome.Failed, $"Discord gave no answer within {Seconds(pace.TryTimeout)}, {pace.Tries} times.");
        }
        catch (HttpRequestException exception) when (exception.InnerException is OutboundRefusedException refused)
        {
            return new(SendOutcome.Refused, refused.Message);
        }
        catch (HttpRequestException exception)
        {
            return new(SendOutcome.Failed, $"Discord cannot be reached: {exception.Message}");
        }
    }

    private async Task<(HttpStatusCode Status, SendResult Result)> TryAsync(Uri address, string body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        using var response = await http.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var answer = response.IsSuccessStatusCode ? "" : await ReadAsync(response, cancellationToken);
        return (response.StatusCode, Judge(response, answer));
    }

    private SendResult Judge(HttpResponseMessage response, string answer)
    {
        var status = (int)response.StatusCode;
        switch (status)
        {
            case >= 200 and < 300:
                return new(SendOutcome.Sent, "Taken by Discord.", DiscordLimits.AfterSuccess(response.Headers));
            case 429:
                var (wait, global) = DiscordLimits.AfterTooMany(response.Headers, answer);
                if (global)
                    Volatile.Write(ref quietUntil, (clock.GetUtcNow() + wait).UtcTicks);
                return Busy(wait);
            case 401 or 403 or 404:
                return new(SendOutcome.Refused,
                    $"Discord no longer knows this webhook ({status}). Make a new one in Discord, enter its address in Settings, Rooms, and press Retry.");
            case 408 or >= 500:
                return new(SendOutcome.Failed, $"Discord had an error of its own ({status}).");
            case >= 300 and < 400:
                return new(SendOutcome.Refused, $"The address sends us elsewhere ({status}), which we do not follow. Copy the webhook URL from Discord again.");
            default:
                return new(SendOutcome.Refused, $"Discord did not take the notice ({status}): {Message(answer)}");
        }
    }

    private static SendResult Busy(TimeSpan wait) => new(SendOutcome.Busy, $"Discord asks us to wait {Seconds(wait)}.", wait);

    private TimeSpan? Quiet() => new DateTimeOffset(Volatile.Read(ref quietUntil), TimeSpan.Zero) - clock.GetUtcNow();

    // With "wait" Discord answers only when the message is really there, and says what is wrong with it.
    private static Uri WithWait(string address)
    {
        var builder = new UriBuilder(address);
        builder.Query = builder.Query.Length > 1 ? $"{builder.Query[1..]}&wait=true" : "wait=true";
        return builder.Uri;
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxAnswer];
        var read = await stream.ReadAtLeastAsync(buffer, MaxAnswer, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }

    private static string Message(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.TryGetProperty("message", out var message) ? message.ToString() : "no reason given";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return "no reason given";
        }
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");

    private static ResiliencePipeline<HttpStatusCode> Tries(DiscordPace pace, TimeProvider clock) =>
        new ResiliencePipelineBuilder<HttpStatusCode> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpStatusCode>
            {
                MaxRetryAttempts = pace.Tries - 1,
                Delay = pace.Backoff,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder<HttpStatusCode>()
                    .Handle<TimeoutRejectedException>()
                    .Handle<HttpRequestException>(exception => exception.InnerException is not OutboundRefusedException)
                    .HandleResult(status => (int)status is 408 or >= 500),
            })
            .AddTimeout(pace.TryTimeout)
            .Build();
}
