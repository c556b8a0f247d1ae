using Restaurant.Infrastructure.Http;

namespace Restaurant.Infrastructure.Notifications;

/// <summary>Asks an address for nothing, to see whether anybody is there. What it says below "server error" is an answer.</summary>
internal sealed class RoomKnock(OutboundHttp http, DiscordPace pace, TimeProvider clock)
{
    public async Task<bool> AnswersAsync(string address, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(pace.KnockTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var response = await http.Client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return (int)response.StatusCode is not (408 or >= 500);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (HttpRequestException exception)
        {
            // What is not allowed to be called is a matter for the round, which says so in words.
            return exception.InnerException is OutboundRefusedException;
        }
        catch (Exception exception) when (exception is UriFormatException or InvalidOperationException or NotSupportedException)
        {
            return true; // no address at all: the same
        }
    }
}
