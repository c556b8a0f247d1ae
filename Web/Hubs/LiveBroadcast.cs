using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Restaurant.Domain.Live;

namespace Restaurant.Web.Hubs;

/// <summary>Follows the events for each listener at the listener's own speed.</summary>
internal sealed partial class LiveBroadcast(
    LiveWindow window, ILiveEvents events, IHubContext<LiveHub> hub, IOptions<JsonHubProtocolOptions> json, ILogger<LiveBroadcast> logger)
{
    /// <param name="cut">Closes the listener's connection, so that it comes back with its last sequence.</param>
    public void Follow(string connection, long? after, Topic topics, Action cut, CancellationToken gone) =>
        _ = FollowAsync(connection, after, topics, cut, gone);

    private async Task FollowAsync(string connection, long? after, Topic topics, Action cut, CancellationToken gone)
    {
        await Task.Yield();
        var dirty = window.Join();
        try
        {
            var listener = hub.Clients.Client(connection);
            var place = await StartAsync(listener, after, gone);
            while (await dirty.Reader.WaitToReadAsync(gone))
            {
                dirty.Reader.TryRead(out var _);
                place = await SendAsync(listener, place, topics, gone);
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The listener left.
        }
        catch (Exception exception)
        {
            // Better no line than one with a hole in it.
            Log.Stopped(logger, exception);
            cut();
        }
        finally
        {
            window.Leave(dirty);
        }
    }

    private async Task<LivePosition> StartAsync(IClientProxy listener, long? after, CancellationToken gone)
    {
        if (after is null)
            return await events.NewestAsync(gone);
        var start = await events.FindAsync(after.Value, gone);
        if (start.Missed)
        {
            await listener.SendAsync("missed", new LiveMissed(
                after.Value, "Some of what happened after this is older than what is kept. Everything that is kept follows; read the rest from /api."), gone);
        }

        return start.Position;
    }

    private async Task<LivePosition> SendAsync(IClientProxy listener, LivePosition place, Topic topics, CancellationToken gone)
    {
        while (true)
        {
            var portion = await window.AfterAsync(place, gone);
            if (portion.End is not { } end)
                return place;
            var heard = portion.About(topics, json.Value.PayloadSerializerOptions);
            if (heard.Count > 0)
                await listener.SendAsync("events", heard, gone);
            place = end;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A listener of the live hub could not be told what happens and was cut off.")]
        public static partial void Stopped(ILogger logger, Exception exception);
    }
}
