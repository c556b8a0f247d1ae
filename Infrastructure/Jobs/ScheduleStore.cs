using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Jobs;

internal sealed class ScheduleStore(IDbContextFactory<RestaurantDb> databases, Acts acts, JobCatalog catalog, ISettings settings, TimeProvider clock) : ISchedules
{
    private TimeZoneInfo Zone => settings.Current.Zone;

    public async Task<IReadOnlyList<ScheduleView>> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var schedules = await database.Schedules.AsNoTracking().Where(schedule => schedule.DeletedAt == null).OrderBy(schedule => schedule.Name).ToListAsync(cancellationToken);
        var views = new List<ScheduleView>(schedules.Count);
        foreach (var schedule in schedules)
            views.Add(await ViewAsync(database, schedule, cancellationToken));
        return views;
    }

    public async Task<ScheduleView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Schedules.AsNoTracking().SingleOrDefaultAsync(schedule => schedule.Id == id, cancellationToken) is { } schedule
            ? await ViewAsync(database, schedule, cancellationToken)
            : null;
    }

    public Task<Change<Schedule>> CreateAsync(ScheduleInput input, string who, CancellationToken cancellationToken) => acts.RunAsync(who, async act =>
    {
        if (await ProblemAsync(act, null, input, cancellationToken) is { } problem)
            return Change.Refused<Schedule>(null, problem);
        var schedule = new Schedule { Name = input.Name.Trim(), JobKey = input.JobKey, Timetable = input.Timetable, CreatedBy = who, CreatedAt = WholeSecond(act.Now) };
        Apply(schedule, input, act.Now);
        act.Database.Schedules.Add(schedule);
        act.Record(Topic.Jobs, "schedules", schedule.Id, $"made the schedule {schedule.Name}", after: Words(schedule.Timetable));
        return Change.Done(schedule, $"{schedule.Name} is scheduled: {Words(schedule.Timetable)}.");
    }, cancellationToken);

    public Task<Change<Schedule>> SaveAsync(Guid id, ScheduleInput input, int? version, string who, CancellationToken cancellationToken) =>
        ChangeAsync(id, who, version, async (act, schedule) =>
        {
            if (schedule.IsBuiltIn && input.JobKey != schedule.JobKey)
                throw new NotAllowedException("A built-in schedule keeps its job. Make a schedule of your own for another one.");
            if (await ProblemAsync(act, schedule, input, cancellationToken) is { } problem)
                throw new NotAllowedException(problem);
            var before = Words(schedule.Timetable);
            Apply(schedule, input, act.Now);
            schedule.IsChanged = schedule.IsBuiltIn;
            schedule.Version++;
            act.Record(Topic.Jobs, "schedules", id, $"changed the schedule {schedule.Name}", before: before, after: Words(schedule.Timetable));
            return $"{schedule.Name} is changed: {Words(schedule.Timetable)}.";
        }, cancellationToken);

    public Task<Change<Schedule>> ResetAsync(Guid id, string who, CancellationToken cancellationToken) => ChangeAsync(id, who, null, (act, schedule) =>
    {
        if (catalog.Find(schedule.BuiltInKey ?? "") is not { Schedule: not null } job)
            throw new NotAllowedException($"{schedule.Name} is not built in: there is nothing to go back to.");
        BuiltInSchedules.Apply(schedule, job, act.Now, Zone);
        schedule.IsChanged = false;
        schedule.Version++;
        act.Record(Topic.Jobs, "schedules", id, $"reset the schedule {schedule.Name}", after: Words(schedule.Timetable));
        return Task.FromResult($"{schedule.Name} is as it came: {Words(schedule.Timetable)}.");
    }, cancellationToken);

    public Task<Change<Schedule>> DeleteAsync(Guid id, string who, CancellationToken cancellationToken) => ChangeAsync(id, who, null, (act, schedule) =>
    {
        if (schedule.IsBuiltIn)
            throw new NotAllowedException($"{schedule.Name} is built in and cannot be deleted. Pause it instead.");
        (schedule.DeletedAt, schedule.NextAt) = (act.Now, null);
        schedule.Version++;
        act.Record(Topic.Jobs, "schedules", id, $"deleted the schedule {schedule.Name}");
        return Task.FromResult($"{schedule.Name} is deleted.");
    }, cancellationToken);

    public Task<Change<Schedule>> RestoreAsync(Guid id, string who, CancellationToken cancellationToken) => ChangeAsync(id, who, null, (act, schedule) =>
    {
        schedule.DeletedAt = null;
        schedule.Plan(act.Now, Zone);
        schedule.Version++;
        act.Record(Topic.Jobs, "schedules", id, $"restored the schedule {schedule.Name}");
        return Task.FromResult($"{schedule.Name} is back.");
    }, cancellationToken, deleted: true);

    public Task<Change<Schedule>> PauseAsync(Guid id, string reason, DateTimeOffset? resumeAt, string who, CancellationToken cancellationToken) =>
        ChangeAsync(id, who, null, (act, schedule) =>
        {
            schedule.Pause(who, reason, resumeAt, act.Now);
            act.Record(Topic.Jobs, "schedules", id, $"paused the schedule {schedule.Name}", schedule.PauseReason);
            return Task.FromResult($"{schedule.Name} is paused.");
        }, cancellationToken);

    public Task<Change<Schedule>> ResumeAsync(Guid id, string who, CancellationToken cancellationToken) => ChangeAsync(id, who, null, (act, schedule) =>
    {
        schedule.Resume(act.Now, Zone);
        act.Record(Topic.Jobs, "schedules", id, $"resumed the schedule {schedule.Name}");
        return Task.FromResult($"{schedule.Name} goes on.");
    }, cancellationToken);

    public Task<Change<JobRun>> RunNowAsync(Guid id, string? arguments, string who, CancellationToken cancellationToken) => acts.RunAsync(who, async act =>
    {
        if (await act.Database.Schedules.SingleOrDefaultAsync(schedule => schedule.Id == id && schedule.DeletedAt == null, cancellationToken) is not { } schedule)
            return Change.NotFound<JobRun>("schedule");
        var run = new NewRun(schedule.JobKey, who, JobCause.Person)
        {
            Arguments = arguments ?? schedule.Arguments,
            Priority = schedule.Priority,
            Notify = schedule.Notify,
            ScheduleId = id,
        };
        if (NewRuns.Problem(catalog, run) is { } problem)
            return Change.Refused<JobRun>(null, problem);
        var row = NewRuns.Row(catalog, run, act.Now);
        act.Database.JobRuns.Add(row);
        act.Record(Topic.Jobs, "schedules", id, $"ran {schedule.Name} by hand", after: row.Arguments);
        return Change.Done(row, $"{schedule.Name} is queued.");
    }, cancellationToken);

    public async Task<IReadOnlyList<PlannedFiring>> PlannedAsync(DateTimeOffset from, DateTimeOffset until, int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var schedules = await database.Schedules.AsNoTracking().Where(schedule => schedule.NextAt != null).ToListAsync(cancellationToken);
        return
        [
            .. schedules
                .SelectMany(schedule => schedule.Timetable.Times(from, schedule.CreatedAt, Zone).TakeWhile(at => at < until).Take(most)
                    .Select(at => new PlannedFiring(schedule.Id, schedule.Name, schedule.JobKey, at)))
                .OrderBy(firing => firing.At).ThenBy(firing => firing.Name, StringComparer.Ordinal).Take(most),
        ];
    }

    public TimetablePreview Preview(Timetable timetable, int times = 5)
    {
        var now = clock.GetUtcNow();
        return timetable.Problem() is { } problem
            ? new(problem, "", [], settings.Current.TimeZone)
            : new(null, Words(timetable), [.. timetable.Times(now, WholeSecond(now), Zone).Take(times)], settings.Current.TimeZone);
    }

    private string Words(Timetable timetable) => timetable.InWords(catalog.NameOf);

    private void Apply(Schedule schedule, ScheduleInput input, DateTimeOffset now)
    {
        (schedule.Name, schedule.JobKey, schedule.Missed, schedule.Notify) = (input.Name.Trim(), input.JobKey, input.Missed, input.Notify);
        schedule.Arguments = string.IsNullOrWhiteSpace(input.Arguments) ? null : input.Arguments;
        schedule.Priority = input.Priority ?? catalog.Find(input.JobKey)?.Priority ?? JobPriority.Normal;
        if (schedule.Timetable != input.Timetable || schedule.NextAt is null)
        {
            schedule.Timetable = input.Timetable;
            schedule.Plan(now, Zone);
        }
    }

    private async Task<string?> ProblemAsync(Act act, Schedule? schedule, ScheduleInput input, CancellationToken cancellationToken)
    {
        if (input.Name.Trim().Length is 0 or > Schedule.MaxName)
            return $"A schedule's name has 1 to {Schedule.MaxName} characters.";
        if (NewRuns.Problem(catalog, new(input.JobKey, "") { Arguments = input.Arguments }) is { } unusable)
            return unusable;
        if (input.Timetable.Problem() is { } problem)
            return problem;
        if (!input.Timetable.IsChain)
            return null;
        if (catalog.Find(input.Timetable.AfterJob!) is null)
            return $"There is no job \"{input.Timetable.AfterJob}\" to run after.";
        var others = await act.Database.Schedules.AsNoTracking().Where(other => other.DeletedAt == null).ToListAsync(cancellationToken);
        var links = others.Where(other => other.Id != schedule?.Id && other.Timetable.IsChain).ToLookup(other => other.Timetable.AfterJob!, other => other.JobKey);
        return Chain.Reaches(links, input.JobKey, input.Timetable.AfterJob!)
            ? $"{catalog.NameOf(input.JobKey)} would start itself again and again. Break the circle of \"after\" schedules first."
            : null;
    }

    // Intervals are counted from here; a whole second reads better.
    private static DateTimeOffset WholeSecond(DateTimeOffset now) => new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private async Task<ScheduleView> ViewAsync(RestaurantDb database, Schedule schedule, CancellationToken cancellationToken)
    {
        const int Shown = 20;
        var runs = database.JobRuns.AsNoTracking().Where(run => run.ScheduleId == schedule.Id).OrderByDescending(run => run.Id);
        var last = await runs.FirstOrDefaultAsync(cancellationToken);
        var recent = last is null ? [] : await runs.Take(2 * Shown)
            .Select(run => new { run.Id, run.State, run.StartedAt, run.Milliseconds }).ToListAsync(cancellationToken);
        return new(
            schedule, catalog.NameOf(schedule.JobKey), Words(schedule.Timetable), last,
            [.. recent.Where(run => run.State.IsOver && run.StartedAt is not null).Take(Shown).Reverse().Select(run => new RunPoint(run.Id, run.StartedAt!.Value, run.Milliseconds ?? 0, run.State))]);
    }

    private Task<Change<Schedule>> ChangeAsync(
        Guid id, string who, int? version, Func<Act, Schedule, Task<string>> change, CancellationToken cancellationToken, bool deleted = false) => acts.RunAsync(who, async act =>
    {
        if (await act.Database.Schedules.SingleOrDefaultAsync(found => found.Id == id && (deleted || found.DeletedAt == null), cancellationToken) is not { } schedule)
            return Change.NotFound<Schedule>("schedule");
        return version is not null && version != schedule.Version
            ? await act.StaleAsync(schedule, schedule.Name, "schedules", id, cancellationToken)
            : Change.Done(schedule, await change(act, schedule));
    }, cancellationToken);
}
