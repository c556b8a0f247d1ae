using System.Globalization;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;

namespace Restaurant.Pipeline.Jobs;

/// <summary>Ends the leases of processes that are known to be gone, so that nobody waits until they run out.</summary>
public sealed class LeaseSweep(IMessageQueue messages, IJobQueue jobs, ChangeFeed changes) : Job<NoArguments>, IDefinedJob
{
    public static JobDefinition Definition { get; } = new(
        "leases/sweep", "Lease sweep", "Frees messages and runs that a dead process of this machine still holds, and wakes those who take them over.")
    {
        Schedule = Timetable.Interval(TimeSpan.FromMinutes(1)),
        Missed = MissedRuns.Skip,
        SoftLimit = TimeSpan.FromSeconds(30),
        HardLimit = TimeSpan.FromSeconds(40),
        Retry = RetryPolicy.None, // the next one comes in a minute
        KeepsHistory = false,
    };

    public override async Task<string> RunAsync(NoArguments arguments, IJobProgress progress, CancellationToken cancellationToken)
    {
        await messages.RecoverAsync(cancellationToken);
        var freed = await jobs.RecoverAsync(cancellationToken);
        var waiting = await messages.BacklogAsync(int.MaxValue, cancellationToken);
        changes.Publish(Topic.Messages | Topic.Jobs);
        return string.Create(CultureInfo.InvariantCulture, $"{freed} runs of dead processes freed, {waiting} messages waiting");
    }
}
