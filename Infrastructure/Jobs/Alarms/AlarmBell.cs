using Quartz;

namespace Restaurant.Infrastructure.Jobs.Alarms;

/// <summary>What Quartz calls when a schedule's time has come.</summary>
internal sealed class AlarmBell : IJob
{
    public Func<Guid, CancellationToken, Task> Ring { get; set; } = (_, _) => Task.CompletedTask;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await Ring(Guid.Parse(context.Trigger.Key.Name), cancellationToken);
}
