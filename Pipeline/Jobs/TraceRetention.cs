using System.Globalization;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Settings;

namespace Restaurant.Pipeline.Jobs;

/// <summary>The steps of how a message was understood are of interest for a while; the message and what came of it stay.</summary>
public sealed class TraceRetention(ITraces traces, ISettings settings, TimeProvider clock) : Job<NoArguments>, IDefinedJob
{
    public static JobDefinition Definition { get; } = new(
        "runs/forget", "Retention of traces", "Forgets how old messages were understood, step by step. Messages, orders and enquiries stay.")
    {
        Schedule = Timetable.Daily(new(3, 30)),
        SoftLimit = TimeSpan.FromHours(1),
        HardLimit = TimeSpan.FromMinutes(61),
    };

    public override async Task<string> RunAsync(NoArguments arguments, IJobProgress progress, CancellationToken cancellationToken)
    {
        var days = settings.Current.Jobs.KeepTracesDays;
        var before = clock.GetUtcNow().AddDays(-days);
        var forgotten = await Steps.UntilNothingAsync(most => traces.ForgetAsync(before, most, cancellationToken), "traces forgotten", progress);
        return string.Create(CultureInfo.InvariantCulture, $"{forgotten} traces older than {days} days forgotten");
    }
}
