using System.Collections.Concurrent;
using System.Text.Json;
using Restaurant.Domain.Live;

namespace Restaurant.Web.Hubs;

/// <summary>Some events in a row, for whoever stands before them: written out once for all listeners that may hear of the same topics.</summary>
internal sealed class LivePortion(IReadOnlyList<PlacedEvent> events)
{
    private readonly ConcurrentDictionary<Topic, LiveNotices> written = [];

    public static LivePortion Empty { get; } = new([]);

    /// <summary>The place of the last of them; null when there are none.</summary>
    public LivePosition? End => events.Count == 0 ? null : events[^1].Position;

    public LiveNotices About(Topic topics, JsonSerializerOptions json) => written.GetOrAdd(
        topics,
        static (topics, portion) => LiveNotices.Of(portion.events.Where(live => (live.Event.Topic & topics) != Topic.None).Select(live => View(live.Event)), portion.json),
        (events, json));

    private static LiveNotice View(LiveEvent live) => new(live.Topic.ToString(), live.SubjectId, live.Sequence, live.Sentence, live.At);
}
