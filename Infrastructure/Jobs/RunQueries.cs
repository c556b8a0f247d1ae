using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs;

internal static class RunQueries
{
    private static readonly JobRunState[] Bad = [JobRunState.Dead, JobRunState.Lost];

    public static IQueryable<JobRun> Matching(this IQueryable<JobRun> runs, RunFilter filter)
    {
        if (filter.States is { Count: > 0 } states)
            runs = runs.InStates(states);
        if (filter.Unhandled)
            runs = runs.InStates(Bad).Where(run => run.ReplayedAs == null);
        if (filter.JobKey is { } job)
            runs = runs.Where(run => run.JobKey == job);
        if (filter.ScheduleId is { } schedule)
            runs = runs.Where(run => run.ScheduleId == schedule);
        if (filter.Node is { Length: > 0 } node)
            runs = runs.Where(run => run.Node == node);
        if (filter.MinMilliseconds is { } least)
            runs = runs.Where(run => run.Milliseconds >= least);
        if (filter.MaxMilliseconds is { } most)
            runs = runs.Where(run => run.Milliseconds <= most);
        return runs.AskedFor(filter.From, filter.Until)
            .Containing(filter.Argument, run => run.Arguments!)
            .Containing(filter.Error, run => run.Error!)
            .Containing(filter.Search, run => run.JobKey, run => run.StartedBy, run => run.Arguments!, run => run.Result!, run => run.Error!);
    }

    // Ids grow with time, so a stretch of time is a stretch of the primary key.
    private static IQueryable<JobRun> AskedFor(this IQueryable<JobRun> runs, DateTimeOffset? from, DateTimeOffset? until)
    {
        if (from is { } first && TimedIds.FirstOf(first) is var least)
            runs = runs.Where(run => run.Id.CompareTo(least) >= 0);
        return until is { } last && TimedIds.FirstOf(last) is var most ? runs.Where(run => run.Id.CompareTo(most) < 0) : runs;
    }

    private static IQueryable<JobRun> InStates(this IQueryable<JobRun> runs, IReadOnlyList<JobRunState> states)
    {
        // The indexes of what is open and of what ended otherwise than well can only be used where the statement itself says so.
        if (states.All(state => !state.IsOver))
            runs = runs.Where(run => run.FinishedAt == null);
        else if (states.All(state => state.IsOver && state != JobRunState.Succeeded))
            runs = runs.Where(run => run.FinishedAt != null && run.State != EF.Constant(JobRunState.Succeeded));
        return states is [var one] ? runs.Where(run => run.State == one) : runs.Where(run => states.Contains(run.State));
    }
}
