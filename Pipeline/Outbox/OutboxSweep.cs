using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Domain.Notifications;
using Restaurant.Pipeline.Jobs;

namespace Restaurant.Pipeline.Outbox;

/// <summary>Looks after the outbox: wakes the rooms in case a signal was lost, and forgets what was sent or set aside long ago.</summary>
public sealed class OutboxSweep(IOutboxLog log, ISettledNotices settled, ChangeFeed changes, TimeProvider clock) : Job<OutboxSweep.Keep>, IDefinedJob
{
    public static JobDefinition Definition { get; } = new(
        "outbox/sweep", "Outbox sweep", "Wakes the rooms where notices wait, and forgets notices that were sent, or set aside for want of an address, long ago.")
    {
        Schedule = Timetable.Interval(TimeSpan.FromMinutes(5)),
        Missed = MissedRuns.Skip,
        Arguments = typeof(Keep),
        KeepsHistory = false,
    };

    public override async Task<string> RunAsync(Keep arguments, IJobProgress progress, CancellationToken cancellationToken)
    {
        var figures = await log.BacklogAsync(cancellationToken);
        if (figures.Waiting > 0)
            changes.Publish(Topic.Outbox);
        var before = clock.GetUtcNow().AddDays(-arguments.Days);
        var forgotten = await Steps.UntilNothingAsync(most => settled.ForgetAsync(before, most, cancellationToken), "notices forgotten", progress);
        var waiting = figures.OldestWaiting is { } oldest
            ? string.Create(CultureInfo.InvariantCulture, $"{figures.Waiting} waiting, the oldest for {(clock.GetUtcNow() - oldest).TotalMinutes:0} min")
            : "nothing waiting";
        return string.Create(CultureInfo.InvariantCulture, $"{waiting}, {figures.DeadLettered} given up, {forgotten} forgotten");
    }

    public sealed record Keep
    {
        [Range(7, 3650), Display(Name = "Days to keep", Description = "How long notices are kept that were sent or set aside.")]
        public int Days { get; init; } = 90;
    }
}
