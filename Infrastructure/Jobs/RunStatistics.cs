using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs;

/// <summary>Counts and sums over runs. Each statement reads an index that holds only what it counts.</summary>
internal static class RunStatistics
{
    private const int MostCells = 50_000;

    public static async Task<RunFigures> FiguresAsync(RestaurantDb database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = database.OpenRuns();
        var states = await open.GroupBy(run => new { run.State, Due = run.DueAt <= now }).Select(group => new { group.Key.State, group.Key.Due, Runs = group.Count() }).ToListAsync(cancellationToken);
        var oldest = await open.Where(run => run.State != JobRunState.Running && run.DueAt <= now).MinAsync(run => (DateTimeOffset?)run.DueAt, cancellationToken);
        var yesterday = now.AddDays(-1);
        var over = await database.JobRuns.Where(run => run.FinishedAt != null && run.FinishedAt >= yesterday).GroupBy(run => run.State)
            .Select(group => new { State = group.Key, Runs = group.Count() }).ToDictionaryAsync(group => group.State, group => group.Runs, cancellationToken);
        var dead = await database.JobRuns.Matching(RunFilter.DeadLetters).CountAsync(cancellationToken);

        int Open(JobRunState state, bool? due = null) => states.Where(group => group.State == state && (due is null || group.Due == due)).Sum(group => group.Runs);
        int Over(params JobRunState[] ended) => ended.Sum(state => over.GetValueOrDefault(state));
        var held = Open(JobRunState.Waiting);
        return new(
            Open(JobRunState.Running), Open(JobRunState.Queued, true) + Open(JobRunState.Retrying, true) + held, held, Open(JobRunState.Retrying),
            Open(JobRunState.Queued, false), dead, Over(JobRunState.Succeeded), Over(JobRunState.Dead, JobRunState.Lost), Over(JobRunState.Skipped), oldest);
    }

    public static async Task<IReadOnlyList<TimelineCell>> TimelineAsync(
        RestaurantDb database, DateTimeOffset from, DateTimeOffset until, TimeSpan cell, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var runs = await database.JobRuns.AsNoTracking()
            .Where(run => (run.FinishedAt != null && run.FinishedAt >= from && run.StartedAt != null && run.StartedAt < until) || (run.FinishedAt == null && run.State == EF.Constant(JobRunState.Running)))
            .OrderByDescending(run => run.FinishedAt).Take(MostCells)
            .Select(run => new { run.Id, run.JobKey, run.State, run.StartedAt, run.FinishedAt }).ToListAsync(cancellationToken);
        return
        [
            .. runs.Select(run => (Run: run, At: run.StartedAt!.Value < from ? from : run.StartedAt.Value))
                .GroupBy(row => (row.Run.JobKey, Cell: (row.At - from).Ticks / cell.Ticks))
                .Select(group => new TimelineCell(
                    group.Key.JobKey, from + (cell * group.Key.Cell), group.Count(), group.Count(row => row.Run.State.IsBad),
                    group.Count(row => row.Run.FinishedAt is null), group.Sum(row => (long)((row.Run.FinishedAt ?? now) - row.Run.StartedAt!.Value).TotalMilliseconds),
                    group.OrderByDescending(row => row.Run.StartedAt).First().Run.Id))
                .OrderBy(found => found.At).ThenBy(found => found.JobKey, StringComparer.Ordinal),
        ];
    }
}
