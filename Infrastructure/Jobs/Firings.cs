using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Domain.Settings;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs;

internal sealed class Firings(
    IDbContextFactory<RestaurantDb> databases, WriteGate gate, JobCatalog catalog, ISettings settings, ChangeFeed changes, TimeProvider clock) : IFirings
{
    private const string ByItself = "schedule";

    public async Task PutBuiltInsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);
        var present = await database.Schedules.Where(schedule => schedule.BuiltInKey != null).ToDictionaryAsync(schedule => schedule.BuiltInKey!, cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var job in catalog.All.Where(job => job.Schedule is not null))
        {
            if (!present.TryGetValue(job.Key, out var schedule))
                database.Schedules.Add(BuiltInSchedules.Make(job, now, settings.Current.Zone));
            else if (!schedule.IsChanged)
                BuiltInSchedules.Apply(schedule, job, now, settings.Current.Zone);
        }

        // What a job of an older version left behind fires no more; its history stays.
        foreach (var (_, old) in present.Where(one => catalog.Find(one.Key)?.Schedule is null && one.Value.DeletedAt is null))
            (old.DeletedAt, old.NextAt) = (now, null);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception))
        {
            // Another node that starts at the same moment was first; it knows the same jobs.
        }
    }

    public async Task PlanAgainAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var schedule in await database.Schedules.Where(schedule => schedule.NextAt > now).ToListAsync(cancellationToken))
            schedule.Plan(now, settings.Current.Zone);
        if (await database.SaveChangesAsync(cancellationToken) > 0)
            changes.Publish(Topic.Jobs);
    }

    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> AlarmsAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var due = await database.Schedules.Where(schedule => schedule.DeletedAt == null && (schedule.NextAt != null || schedule.ResumeAt != null))
            .Select(schedule => new { schedule.Id, At = schedule.NextAt ?? schedule.ResumeAt }).ToListAsync(cancellationToken);
        return due.ToDictionary(schedule => schedule.Id, schedule => schedule.At!.Value);
    }

    public async Task<DateTimeOffset?> FireAsync(Guid scheduleId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var queued = 0;
        DateTimeOffset? next;
        using (await gate.EnterAsync(database, cancellationToken))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            var schedules = database.IsPostgres
                ? database.Schedules.FromSql($"SELECT * FROM schedules WHERE \"Id\" = {scheduleId} FOR UPDATE")
                : database.Schedules.Where(schedule => schedule.Id == scheduleId);
            if (await schedules.SingleOrDefaultAsync(cancellationToken) is not { DeletedAt: null } schedule)
                return null;
            var now = clock.GetUtcNow();
            if (schedule.IsPaused && schedule.ResumeAt <= now)
                Resume(database, schedule, now);

            var isBehind = await database.OpenRuns().AnyAsync(
                run => run.ScheduleId == scheduleId && run.State != JobRunState.Running, cancellationToken);
            var firing = Firing.Decide(schedule, isBehind, now, settings.Current.Zone);
            queued = (await database.AddRunsAsync([.. firing.Runs.Select(at => NewRuns.Row(catalog, NewRuns.Fired(schedule, at), now))], cancellationToken)).Count;
            schedule.MissedCount += firing.Missed;
            schedule.NextAt = firing.NextAt;
            if (firing.Runs.Count > 0)
                schedule.LastFiredAt = firing.Runs[^1];
            await database.SaveChangesAsync(cancellationToken);

            // Checkpoint: from here on the runs are queued and the schedule stands at its next time, whatever happens to this node or to the alarm.
            await transaction.CommitAsync(cancellationToken);
            next = schedule.NextAt ?? schedule.ResumeAt;
        }

        if (queued > 0)
            changes.Publish(Topic.Jobs);
        return next;
    }

    private void Resume(RestaurantDb database, Schedule schedule, DateTimeOffset now)
    {
        schedule.Resume(now, settings.Current.Zone);
        database.Audit.Add(new()
        {
            At = now,
            Who = ByItself,
            What = $"resumed the schedule {schedule.Name}",
            Subject = $"schedules/{schedule.Id}",
            Why = "The time to resume that was set with the pause had come.",
        });
    }
}
