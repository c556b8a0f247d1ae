using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs;

internal sealed class JobHistory(IDbContextFactory<RestaurantDb> databases, WriteGate gate, JobCatalog catalog, TimeProvider clock) : IJobHistory
{
    // What nobody looks for is kept a day, a dead letter that nobody replayed three times as long as the rest.
    private const int QuietDays = 1;
    private const int DeadTimes = 3;
    private readonly List<string> quiet = [.. catalog.All.Where(job => !job.KeepsHistory).Select(job => job.Key)];

    public async Task<int> ForgetAsync(JobSettings keep, int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        DateTimeOffset Before(int days) => now.AddDays(-days);
        var (quietBefore, runsBefore, deadBefore) = (Before(QuietDays), Before(keep.KeepRunsDays), Before(DeadTimes * keep.KeepRunsDays));
        var detailsBefore = TimedIds.FirstOf(Before(keep.KeepDetailsDays));
        var over = database.JobRuns.Where(run => run.FinishedAt != null);

        var forgotten = await StepAsync(
            database, over.Where(run => run.FinishedAt < quietBefore && run.State == JobRunState.Succeeded && quiet.Contains(run.JobKey)), most, cancellationToken);
        forgotten += await StepAsync(
            database, over.Where(run => run.FinishedAt < runsBefore && (run.ReplayedAs != null || (run.State != JobRunState.Dead && run.State != JobRunState.Lost))), most, cancellationToken);
        forgotten += await StepAsync(database, over.Where(run => run.FinishedAt < deadBefore), most, cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);
        forgotten += await database.JobLogLines.Where(line => line.RunId.CompareTo(detailsBefore) < 0)
            .OrderBy(line => line.RunId).Take(most).ExecuteDeleteAsync(cancellationToken);
        return forgotten;
    }

    private async Task<int> StepAsync(RestaurantDb database, IQueryable<JobRun> runs, int most, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(database, cancellationToken);
        return await runs.OrderBy(run => run.FinishedAt).Take(most).ExecuteDeleteAsync(cancellationToken);
    }
}
