using System.Globalization;
using System.Net.Http.Json;
using Restaurant.Domain.Notifications;
using Restaurant.Infrastructure.Http;

namespace Restaurant.Infrastructure.Notifications;

/// <summary>Tells any web address of the end of a job run, as JSON. The key goes along as Idempotency-Key: a repeat can be recognised.</summary>
internal sealed class JobWebhook(OutboundHttp http, OutboundRules rules, DiscordPace pace, TimeProvider clock)
{
    /// <returns>Why the address cannot be used, without repeating it; null when it can.</returns>
    public static string? Problem(string address, OutboundRules rules)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return "This is not a web address. It begins with https://.";
        return rules.Allows(uri.Host, uri.Port) || (uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0)
            ? null
            : "The address must begin with https:// and hold no name or password; a host without encryption must be in Outbound:Allow.";
    }

    public async Task<SendResult> SendAsync(RoomNotice notice, string key, string address, CancellationToken cancellationToken)
    {
        if (Problem(address, rules) is { } problem)
            return new(SendOutcome.Refused, problem);
        using var patience = new CancellationTokenSource(pace.TryTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = JsonContent.Create(new { Key = key, Event = "job.finished", notice.Title, notice.Link, notice.At, notice.Data }),
            };
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            using var response = await http.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Judge((int)response.StatusCode);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new(SendOutcome.Failed, string.Create(CultureInfo.InvariantCulture, $"The jobs webhook gave no answer within {pace.TryTimeout.TotalSeconds:0.#} s."));
        }
        catch (HttpRequestException exception) when (exception.InnerException is OutboundRefusedException refused)
        {
            return new(SendOutcome.Refused, refused.Message);
        }
        catch (HttpRequestException exception)
        {
            return new(SendOutcome.Failed, $"The jobs webhook cannot be reached: {exception.Message}");
        }
    }

    private static SendResult Judge(int status) => status switch
    {
        >= 200 and < 300 => new(SendOutcome.Sent, "Taken by the jobs webhook."),
        408 or 425 or 429 or >= 500 => new(SendOutcome.Failed, $"The jobs webhook could not take it now ({status})."),
        _ => new(SendOutcome.Refused, $"The jobs webhook did not take it ({status}). Look at its address in Settings, Rooms, then press Retry."),
    };
}
