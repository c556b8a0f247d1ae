using System.Globalization;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Settings;

namespace Restaurant.Pipeline.Jobs;

/// <summary>Keeps the history of jobs as long as the owner wants it, and no longer.</summary>
public sealed class JobHistoryExpiry(IJobHistory history, ISettings settings) : Job<NoArguments>, IDefinedJob
{
    public static JobDefinition Definition { get; } = new(
        "jobs/forget", "Job history expiry", "Forgets runs, their results and log lines that have been kept for as long as the settings say.")
    {
        Schedule = Timetable.Daily(new(4, 0)),
        SoftLimit = TimeSpan.FromHours(1),
        HardLimit = TimeSpan.FromMinutes(61),
    };

    public override async Task<string> RunAsync(NoArguments arguments, IJobProgress progress, CancellationToken cancellationToken)
    {
        var keep = settings.Current.Jobs;
        var forgotten = await Steps.UntilNothingAsync(most => history.ForgetAsync(keep, most, cancellationToken), "rows forgotten", progress);
        return string.Create(CultureInfo.InvariantCulture, $"{forgotten} rows forgotten; runs are kept {keep.KeepRunsDays} days, their details {keep.KeepDetailsDays}");
    }
}
