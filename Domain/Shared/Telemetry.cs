using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Restaurant.Domain.Shared;

/// <summary>The product's own traces and figures, read by /metrics and by OTLP. A tag never carries a customer's words or a secret.</summary>
public static class Telemetry
{
    public const string Name = "Restaurant";

    public static ActivitySource Activities { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    /// <summary>Tag: channel.</summary>
    public static Counter<long> MessagesReceived { get; } =
        Meter.CreateCounter<long>("restaurant.messages.received", "{message}", "Messages committed to the inbox.");

    /// <summary>Tag: outcome.</summary>
    public static Counter<long> MessagesRegistered { get; } =
        Meter.CreateCounter<long>("restaurant.messages.registered", "{message}", "Messages registered, by what came of them.");

    public static Counter<long> MessagesDeadLettered { get; } =
        Meter.CreateCounter<long>("restaurant.messages.dead_lettered", "{message}", "Messages given up after three attempts.");

    /// <summary>From claim to decision. Tag: outcome.</summary>
    public static Histogram<double> UnderstandingTime { get; } = Meter.CreateHistogram(
        "restaurant.understanding.duration", "s", "Time from claiming a message to the decision.", advice: Seconds(0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1));

    /// <summary>From the inbox's commit to the register's. Tag: outcome.</summary>
    public static Histogram<double> RegisteringTime { get; } = Meter.CreateHistogram(
        "restaurant.registering.duration", "s", "Time from receiving a message to its registration, the wait for the end of a turn included.",
        advice: Seconds(0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60));

    public static Gauge<int> MessagesBacklog { get; } =
        Meter.CreateGauge<int>("restaurant.messages.backlog", "{message}", "Messages that wait or are worked on, as the pump counted last.");

    /// <summary>Tag: room.</summary>
    public static Counter<long> OutboxSent { get; } =
        Meter.CreateCounter<long>("restaurant.outbox.sent", "{notice}", "Notices a room took.");

    /// <summary>Tags: room, kind (round or dead).</summary>
    public static Counter<long> OutboxFailed { get; } =
        Meter.CreateCounter<long>("restaurant.outbox.failed", "{notice}", "Rounds of sending that failed, and notices given up.");

    /// <summary>Tag: room.</summary>
    public static Histogram<double> OutboxTime { get; } = Meter.CreateHistogram(
        "restaurant.outbox.duration", "s", "Time of one round of sending.", advice: Seconds(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30));

    /// <summary>Tag: queue (inbox or outbox).</summary>
    public static Gauge<int> Waiting { get; } =
        Meter.CreateGauge<int>("restaurant.queue.waiting", "{item}", "What waits in the database, for all nodes together.");

    /// <summary>Tag: queue (inbox or outbox).</summary>
    public static Gauge<double> OldestWaiting { get; } =
        Meter.CreateGauge<double>("restaurant.queue.oldest", "s", "How long the oldest of what waits has been waiting; 0 where nothing waits.");

    /// <summary>Tag: queue (inbox or outbox).</summary>
    public static Gauge<int> DeadLetters { get; } =
        Meter.CreateGauge<int>("restaurant.queue.dead_letters", "{item}", "What was given up and waits for a person.");

    /// <summary>Tags: cache, result (hit or miss).</summary>
    public static Counter<long> CacheLooks { get; } =
        Meter.CreateCounter<long>("restaurant.cache.looks", "{look}", "Looks whether a cache is still right: a hit was, a miss was read anew.");

    private static InstrumentAdvice<double> Seconds(params double[] bounds) => new() { HistogramBucketBoundaries = bounds };
}
