using System.Collections.Concurrent;
using Quartz;
using Restaurant.Domain.Jobs;

namespace Restaurant.Infrastructure.Jobs.Alarms;

/// <summary>
/// Alarms kept by Quartz in the product's own database: one durable job, one trigger a schedule that fires once at its next time. Which times those are,
/// only the timetable says; see docs/decisions/0090.
/// </summary>
internal sealed class QuartzAlarms(ISchedulerFactory factory, AlarmBell bell) : IAlarms
{
    internal static readonly JobKey Job = new("fire", "schedules");
    private const string Group = "schedules";
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> known = [];
    private IScheduler? scheduler;

    public async Task StartAsync(Func<Guid, CancellationToken, Task<DateTimeOffset?>> ring, CancellationToken cancellationToken)
    {
        bell.Ring = async (schedule, token) =>
        {
            var next = await ring(schedule, token);
            await SetAsync(schedule, next, token);
        };
        scheduler ??= await factory.GetScheduler(cancellationToken);
        var job = JobBuilder.Create<AlarmBell>().WithIdentity(Job).StoreDurably().RequestRecovery().Build();
        await scheduler.AddJob(job, new() { Replace = true }, cancellationToken);
        await scheduler.Start(cancellationToken);
    }

    public async Task AlignAsync(IReadOnlyDictionary<Guid, DateTimeOffset> wanted, bool thoroughly, CancellationToken cancellationToken)
    {
        if (thoroughly)
            known.Clear();
        foreach (var (schedule, at) in wanted)
        {
            if (!known.TryGetValue(schedule, out var set) || set != at)
                await SetAsync(schedule, at, cancellationToken);
        }

        foreach (var gone in known.Keys.Where(schedule => !wanted.ContainsKey(schedule)))
            await SetAsync(gone, null, cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (scheduler is not null)
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    private async Task SetAsync(Guid schedule, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var key = new TriggerKey($"{schedule}", Group);
        if (at is not { } time)
        {
            known.TryRemove(schedule, out _);
            await scheduler!.UnscheduleJob(key, cancellationToken);
            return;
        }

        var present = await scheduler!.GetTrigger(key, cancellationToken);
        if (present?.NextFireTimeUtc != time)
        {
            var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(Job).StartAt(time)
                .WithSimpleSchedule(once => once.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires)).Build();
            await scheduler.ScheduleJob(trigger, new() { Replace = true }, cancellationToken);
        }

        known[schedule] = time;
    }
}
