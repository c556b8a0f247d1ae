using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Restaurant.Domain.Live;
using Restaurant.Web.Security;

namespace Restaurant.Web.Hubs;

/// <summary>
/// Tells listeners that are not our pages what happens. "?after=17" first sends everything since that sequence, "?after=0" everything
/// that is kept, without it only what comes; "?topics=Orders,Menu" narrows it. The client hears "events" with a list, in order and without
/// a hole, and "missed" once where something after its last sequence is kept no more.
/// </summary>
[Authorize(Policy = Policies.Look)]
internal sealed class LiveHub(LiveBroadcast broadcast) : Hub
{
    public const string Path = "/hubs/live";

    public override Task OnConnectedAsync()
    {
        var query = Context.GetHttpContext()!.Request.Query;
        var after = long.TryParse(query["after"], out var sequence) && sequence >= 0 ? sequence : (long?)null;
        var topics = LiveAudience.TopicsFor(Context.User!);
        if (Enum.TryParse<Topic>(query["topics"], ignoreCase: true, out var wanted))
            topics &= wanted;

        // Runs beside the connection and ends with it; a hub method that never returns would block the client's own calls.
        broadcast.Follow(Context.ConnectionId, after, topics, Context.Abort, Context.ConnectionAborted);
        return base.OnConnectedAsync();
    }
}

/// <param name="Topic">A word of <see cref="Domain.Live.Topic"/>.</param>
/// <param name="Id">A message's number or a thing's id.</param>
public sealed record LiveNotice(string Topic, string Id, long Sequence, string Sentence, DateTimeOffset At);

public sealed record LiveMissed(long After, string Sentence);
