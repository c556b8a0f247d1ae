using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs;

/// <summary>Chooses what is begun next, within the claim's transaction: nobody else chooses at the same time.</summary>
internal sealed class JobPicker(JobCatalog catalog, RunSettling settling, RunNotices notices)
{
    private const int MostEnded = 200;
    private readonly IReadOnlyList<JobDefinition> jobs = catalog.All;
    private readonly List<string> heavy = [.. catalog.All.Where(job => job.IsHeavy).Select(job => job.Key)];

    /// <summary>The keys of the jobs that have a rate limit.</summary>
    public IReadOnlyList<string> Rated { get; } = [.. catalog.All.Where(job => job.Rate is not null).Select(job => job.Key)];

    /// <summary>Ends the attempts whose node gave no sign of life: begun again at once where the job allows it.</summary>
    public async Task<Topic> EndLostAsync(RestaurantDb database, IReadOnlyCollection<Guid> alive, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var late = await database.RunningRuns().Where(run => run.LeaseUntil <= now).OrderBy(run => run.LeaseUntil).Take(MostEnded).ToListAsync(cancellationToken);
        var lost = late.Where(run => !alive.Contains(run.Id)).ToList();
        return lost.Count == 0 ? Topic.None : await settling.WriteAsync(database, [.. lost.Select(run => LostRuns.Decide(run, catalog.Find(run.JobKey), now))], cancellationToken);
    }

    /// <summary>Marks what the gate holds back, and skips what it has held back for too long where the owner wants that.</summary>
    public async Task<Topic> HoldBackAsync(RestaurantDb database, GateHold hold, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (hold.IsOpen || heavy.Count == 0)
            return Topic.None;
        var open = database.JobRuns.Where(run => run.FinishedAt == null && heavy.Contains(run.JobKey) && run.DueAt <= now);
        var changed = await open.Where(run => run.State == JobRunState.Queued || run.State == JobRunState.Retrying).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, JobRunState.Waiting).SetProperty(run => run.Reason, hold.Reason).SetProperty(run => run.HeldSince, now),
            cancellationToken);
        var topics = changed > 0 ? Topic.Jobs : Topic.None;
        return hold.ThenSkip ? topics | await SkipAsync(database, open.Where(run => run.State == JobRunState.Waiting && run.HeldSince < hold.HeldSinceBefore), now, cancellationToken) : topics;
    }

    private async Task<Topic> SkipAsync(RestaurantDb database, IQueryable<JobRun> overdue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = await overdue.OrderBy(run => run.HeldSince).Take(MostEnded).Select(run => run.Id).ToListAsync(cancellationToken);
        if (ids.Count == 0)
            return Topic.None;

        // Tested again in the statement: one of them may have been cancelled since.
        var chosen = database.JobRuns.Where(run => ids.Contains(run.Id));
        await chosen.Where(run => run.FinishedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(run => run.State, JobRunState.Skipped).SetProperty(run => run.FinishedAt, now)
                .SetProperty(run => run.Reason, run => "There was no room for the longest wait. " + run.Reason),
            cancellationToken);
        var skipped = await chosen.AsNoTracking().Where(run => run.State == JobRunState.Skipped).ToListAsync(cancellationToken);
        return Topic.Jobs | await notices.AddAsync(database, [.. skipped.Select(JobNotices.Unbegun)], cancellationToken);
    }

    public async Task<List<Guid>> PickAsync(RestaurantDb database, int most, GateHold hold, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var room = await RoomAsync(database, now, cancellationToken);
        var keys = room.Where(job => job.Value > 0).Select(job => job.Key).ToHashSet(StringComparer.Ordinal);
        var picked = new List<Guid>();
        while (picked.Count < most && keys.Count > 0)
        {
            var free = keys.Where(key => hold.IsOpen || !heavy.Contains(key)).ToList();
            var overdue = hold.IsOpen || hold.ThenSkip ? [] : keys.Except(free).ToList();
            var candidates = await database.OpenRuns()
                .Where(run => run.State != JobRunState.Running && run.DueAt <= now && !picked.Contains(run.Id))
                .Where(run => free.Contains(run.JobKey) || (overdue.Contains(run.JobKey) && run.HeldSince < hold.HeldSinceBefore))
                .OrderByDescending(run => run.Priority).ThenBy(run => run.DueAt).ThenBy(run => run.Id)
                .Take(most - picked.Count).Select(run => new { run.Id, run.JobKey }).ToListAsync(cancellationToken);
            var full = keys.Count;
            foreach (var candidate in candidates)
            {
                if (room[candidate.JobKey] > 0)
                    picked.Add(candidate.Id);
                if (--room[candidate.JobKey] <= 0)
                    keys.Remove(candidate.JobKey);
            }

            // Where a job's places ran out, those behind it may still begin.
            if (keys.Count == full || candidates.Count == 0)
                break;
        }

        return picked;
    }

    private async Task<Dictionary<string, int>> RoomAsync(RestaurantDb database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var running = await database.RunningRuns().GroupBy(run => run.JobKey)
            .Select(group => new { group.Key, Runs = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Runs, cancellationToken);
        var room = jobs.ToDictionary(job => job.Key, job => job.Concurrency - running.GetValueOrDefault(job.Key), StringComparer.Ordinal);
        foreach (var job in jobs)
        {
            if (job.Rate is not { } rate || room[job.Key] <= 0)
                continue;
            var since = now - rate.Per;
            var begun = await database.JobRuns.CountAsync(
                run => run.JobKey == job.Key && EF.Property<DateTimeOffset?>(run, JobRunConfiguration.RateAt) > since, cancellationToken);
            room[job.Key] = Math.Min(room[job.Key], rate.Runs - begun);
        }

        return room;
    }
}
