using System.Globalization;
using Restaurant.Domain.Jobs;

namespace Restaurant.Web.Components.Pages.Schedules;

/// <summary>A schedule while somebody types it: every kind keeps what was typed for it, so that looking at another kind loses nothing.</summary>
public sealed class ScheduleDraft
{
    public string Name { get; set; } = "";
    public string JobKey { get; set; } = "";
    public TimetableKind Kind { get; set; } = TimetableKind.Daily;
    public string Cron { get; set; } = "0 2 * * *";
    public string Every { get; set; } = "15";
    public string Unit { get; set; } = "minutes";
    public string Minute { get; set; } = "0";
    public string DailyAt { get; set; } = "02:00";
    public string WeeklyAt { get; set; } = "03:00";
    public DayOfWeek Day { get; set; } = DayOfWeek.Sunday;
    public string AfterJob { get; set; } = "";
    public MissedRuns Missed { get; set; } = MissedRuns.Once;
    public JobPriority Priority { get; set; } = JobPriority.Normal;
    public NotifyOn Notify { get; set; }

    public static IReadOnlyList<(string Name, int Seconds)> Units { get; } = [("seconds", 1), ("minutes", 60), ("hours", 3600), ("days", 86400)];

    public static ScheduleDraft Of(Schedule schedule)
    {
        var draft = new ScheduleDraft
        {
            Name = schedule.Name,
            JobKey = schedule.JobKey,
            Missed = schedule.Missed,
            Priority = schedule.Priority,
            Notify = schedule.Notify,
            Kind = schedule.Timetable.Kind,
        };
        draft.Take(schedule.Timetable);
        return draft;
    }

    /// <summary>What cannot be read stays out of it, and the timetable then says what is missing.</summary>
    public Timetable ToTimetable() => Kind switch
    {
        TimetableKind.Cron => Timetable.OfCron(Cron.Trim()),
        TimetableKind.Interval => new() { Kind = Kind, Every = Interval() },
        TimetableKind.Hourly => new() { Kind = Kind, At = int.TryParse(Minute, NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 60 ? new TimeOnly(0, minute) : null },
        TimetableKind.Daily => new() { Kind = Kind, At = Clock(DailyAt) },
        TimetableKind.Weekly => new() { Kind = Kind, At = Clock(WeeklyAt), Day = Day },
        _ => new() { Kind = Kind, AfterJob = AfterJob },
    };

    public ScheduleInput ToInput(string? arguments) => new(Name, JobKey, ToTimetable())
    {
        Arguments = arguments,
        Priority = Priority,
        Missed = Missed,
        Notify = Notify,
    };

    private void Take(Timetable timetable)
    {
        switch (timetable.Kind)
        {
            case TimetableKind.Cron:
                Cron = timetable.Cron!;
                break;
            case TimetableKind.Interval:
                var seconds = (long)timetable.Every!.Value.TotalSeconds;
                var (unit, size) = Units.Last(unit => seconds % unit.Seconds == 0);
                (Every, Unit) = ((seconds / size).ToString(CultureInfo.InvariantCulture), unit);
                break;
            case TimetableKind.Hourly:
                Minute = timetable.At!.Value.Minute.ToString(CultureInfo.InvariantCulture);
                break;
            case TimetableKind.Daily:
                DailyAt = Text(timetable.At!.Value);
                break;
            case TimetableKind.Weekly:
                (WeeklyAt, Day) = (Text(timetable.At!.Value), timetable.Day!.Value);
                break;
            default:
                AfterJob = timetable.AfterJob!;
                break;
        }
    }

    private TimeSpan? Interval()
    {
        var seconds = int.TryParse(Every, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? (double)count * Units.First(unit => unit.Name == Unit).Seconds : double.NaN;

        // Longer than any that is allowed is as good as none: the timetable says what is.
        return seconds <= 2 * Timetable.LongestInterval.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static TimeOnly? Clock(string text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
