using Restaurant.Domain.Jobs;

namespace Restaurant.Infrastructure.Jobs;

/// <summary>The schedules that jobs bring along.</summary>
internal static class BuiltInSchedules
{
    public static Schedule Make(JobDefinition job, DateTimeOffset now, TimeZoneInfo zone)
    {
        // Counted from midnight, so that an interval falls on round times.
        var schedule = new Schedule { BuiltInKey = job.Key, Name = job.Name, JobKey = job.Key, Timetable = job.Schedule!, CreatedBy = "the product", CreatedAt = new(now.UtcDateTime.Date, TimeSpan.Zero) };
        Apply(schedule, job, now, zone);
        return schedule;
    }

    /// <summary>Gives it what its job says. A pause stays.</summary>
    public static void Apply(Schedule schedule, JobDefinition job, DateTimeOffset now, TimeZoneInfo zone)
    {
        var moved = schedule.Timetable != job.Schedule || schedule.NextAt is null;
        (schedule.Name, schedule.Timetable, schedule.Arguments) = (job.Name, job.Schedule!, null);
        (schedule.Priority, schedule.Missed, schedule.Notify) = (job.Priority, job.Missed, NotifyOn.Never);
        if (moved)
            schedule.Plan(now, zone);
    }
}
