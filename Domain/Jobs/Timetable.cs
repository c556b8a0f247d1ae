using System.Globalization;
using Restaurant.Domain.Jobs.Cron;

namespace Restaurant.Domain.Jobs;

/// <summary>
/// When a schedule fires. Pure: the same moment and zone always give the same answer. Times of day follow the restaurant's clock: a time that a
/// clock change leaves out fires at the first moment after the gap, one that comes twice fires the first time only.
/// </summary>
public sealed record Timetable
{
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan LongestInterval = TimeSpan.FromDays(366);

    public TimetableKind Kind { get; init; }

    /// <summary>Five fields (minute hour day month weekday), or six with seconds first. Kind Cron only.</summary>
    public string? Cron { get; init; }

    /// <summary>Kind Interval only. Counted from when the schedule was made, so it never drifts.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>The minute of the hour for Hourly; the time of day for Daily and Weekly.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>Kind Weekly only.</summary>
    public DayOfWeek? Day { get; init; }

    /// <summary>The job whose end starts this one. Kinds AfterSuccess and AfterFailure only.</summary>
    public string? AfterJob { get; init; }

    public bool IsChain => Kind is TimetableKind.AfterSuccess or TimetableKind.AfterFailure;

    public static Timetable OfCron(string cron) => new() { Kind = TimetableKind.Cron, Cron = cron };

    public static Timetable Interval(TimeSpan every) => new() { Kind = TimetableKind.Interval, Every = every };

    public static Timetable Hourly(int minute = 0) => new() { Kind = TimetableKind.Hourly, At = new(0, minute) };

    /// <summary>At two in the morning unless told otherwise.</summary>
    public static Timetable Daily(TimeOnly? at = null) => new() { Kind = TimetableKind.Daily, At = at ?? new(2, 0) };

    /// <summary>On Sundays at three in the morning unless told otherwise.</summary>
    public static Timetable Weekly(DayOfWeek day = DayOfWeek.Sunday, TimeOnly? at = null) =>
        new() { Kind = TimetableKind.Weekly, Day = day, At = at ?? new(3, 0) };

    public static Timetable AfterSuccess(string jobKey) => new() { Kind = TimetableKind.AfterSuccess, AfterJob = jobKey };

    public static Timetable AfterFailure(string jobKey) => new() { Kind = TimetableKind.AfterFailure, AfterJob = jobKey };

    /// <summary>Why it cannot be used, for people; null when it can.</summary>
    public string? Problem() => Kind switch
    {
        TimetableKind.Cron => CronExpression.TryParse(Cron, out _, out var problem) ? null : problem,
        TimetableKind.Interval => Every >= ShortestInterval && Every <= LongestInterval ? null : "An interval lasts from one second to 366 days.",
        TimetableKind.Hourly => At is { Hour: 0 } ? null : "Say at which minute of the hour, 0 to 59.",
        TimetableKind.Daily => At is not null ? null : "Say at what time of the day.",
        TimetableKind.Weekly => At is not null && Day is { } day && Enum.IsDefined(day) ? null : "Say on which weekday and at what time.",
        _ => string.IsNullOrWhiteSpace(AfterJob) ? "Say after which job." : null,
    };

    /// <summary>The first firing after a moment, in UTC; null when there is none, or it depends on another job.</summary>
    /// <param name="anchor">Where an interval is counted from.</param>
    public DateTimeOffset? Next(DateTimeOffset after, DateTimeOffset anchor, TimeZoneInfo zone)
    {
        if (IsChain)
            return null;
        if (Kind != TimetableKind.Interval)
            return AsCron().Next(after, zone);
        var every = Every!.Value.Ticks;
        var since = after.UtcTicks - anchor.UtcTicks;
        return since < 0
            ? anchor.ToUniversalTime()
            : new DateTimeOffset(anchor.UtcTicks + (((since / every) + 1) * every), TimeSpan.Zero);
    }

    public IEnumerable<DateTimeOffset> Times(DateTimeOffset after, DateTimeOffset anchor, TimeZoneInfo zone)
    {
        for (var next = Next(after, anchor, zone); next is { } at; next = Next(at, anchor, zone))
            yield return at;
    }

    /// <summary>For people, without a full stop: "Every day at 02:00".</summary>
    /// <param name="nameOf">From a job's key to its name.</param>
    public string InWords(Func<string, string>? nameOf = null) => Problem() ?? Kind switch
    {
        TimetableKind.Interval => $"Every {InWords(Every!.Value)}",
        TimetableKind.AfterSuccess => $"After each success of {Name(nameOf)}",
        TimetableKind.AfterFailure => $"After {Name(nameOf)} has failed for good",
        _ => AsCron().InWords(),
    };

    internal CronExpression AsCron()
    {
        var (minute, hour) = (At?.Minute ?? 0, At?.Hour ?? 0);
        return CronExpression.Parse(Kind switch
        {
            TimetableKind.Hourly => string.Create(CultureInfo.InvariantCulture, $"{minute} * * * *"),
            TimetableKind.Daily => string.Create(CultureInfo.InvariantCulture, $"{minute} {hour} * * *"),
            TimetableKind.Weekly => string.Create(CultureInfo.InvariantCulture, $"{minute} {hour} * * {(int)Day!.Value}"),
            _ => Cron!,
        });
    }

    private string Name(Func<string, string>? nameOf) => $"\"{nameOf?.Invoke(AfterJob!) ?? AfterJob}\"";

    private static string InWords(TimeSpan time)
    {
        (int Count, string Unit)[] parts = [(time.Days, "day"), (time.Hours, "hour"), (time.Minutes, "minute"), (time.Seconds, "second")];
        var said = parts.Where(part => part.Count > 0).ToList();
        return said is [(1, var unit)] ? unit : string.Join(' ', said.Select(part => $"{part.Count} {part.Unit}{(part.Count == 1 ? "" : "s")}"));
    }
}

public enum TimetableKind
{
    Cron,
    Interval,
    Hourly,
    Daily,
    Weekly,
    AfterSuccess,
    AfterFailure,
}
