using System.Diagnostics.CodeAnalysis;

namespace Restaurant.Domain.Jobs.Cron;

/// <summary>
/// A cron expression: five fields, or six with seconds first. Lists, ranges, steps, English three-letter names, and L for the last day of the month.
/// Where day and weekday are both restricted, either is enough, as in cron.
/// </summary>
public sealed class CronExpression
{
    private const int FarthestYears = 12;

    private CronExpression(CronField second, CronField minute, CronField hour, CronField day, bool lastDay, CronField month, CronField weekday) =>
        (Second, Minute, Hour, Day, LastDay, Month, Weekday) = (second, minute, hour, day, lastDay, month, weekday);

    internal CronField Second { get; }

    internal CronField Minute { get; }

    internal CronField Hour { get; }

    internal CronField Day { get; }

    internal bool LastDay { get; }

    internal CronField Month { get; }

    internal CronField Weekday { get; }

    /// <exception cref="FormatException">The message says what is wrong with it, for people.</exception>
    public static CronExpression Parse(string cron)
    {
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fields.Length is not (5 or 6))
            throw new FormatException($"A cron expression has five fields (minute hour day month weekday), or six with seconds first; this one has {fields.Length}.");
        var second = fields.Length == 6 ? CronField.Parse(fields[0], CronFieldKind.Second) : CronField.Of(0);
        var rest = fields.AsSpan(fields.Length - 5);
        var lastDay = rest[2].Equals("L", StringComparison.OrdinalIgnoreCase);
        var parsed = new CronExpression(
            second, CronField.Parse(rest[0], CronFieldKind.Minute), CronField.Parse(rest[1], CronFieldKind.Hour),
            lastDay ? default : CronField.Parse(rest[2], CronFieldKind.Day), lastDay,
            CronField.Parse(rest[3], CronFieldKind.Month), CronField.Parse(rest[4], CronFieldKind.Weekday));
        return parsed.Never ? throw new FormatException("No month has such a day: it would never fire.") : parsed;
    }

    public static bool TryParse(string? cron, [NotNullWhen(true)] out CronExpression? expression, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (expression, problem) = (Parse(cron ?? ""), null);
            return true;
        }
        catch (FormatException exception)
        {
            (expression, problem) = (null, exception.Message);
            return false;
        }
    }

    /// <summary>The first firing after a moment, in UTC; null when there is none for years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone) => Hour.IsStar ? NextByElapsedTime(after, zone) : NextByWallClock(after, zone);

    /// <summary>For people, without a full stop: "Every 15 minutes", "Every Sunday at 03:00".</summary>
    public string InWords() => CronWords.Of(this);

    // "Every hour" means every real hour: on the day with 25 there are 25, on the day with 23 there are 23.
    private DateTimeOffset? NextByElapsedTime(DateTimeOffset after, TimeZoneInfo zone)
    {
        var at = new DateTimeOffset(after.UtcTicks - (after.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero).AddSeconds(1);
        for (var end = after.AddYears(FarthestYears); at < end;)
        {
            var local = TimeZoneInfo.ConvertTime(at, zone);
            if (!Matches(DateOnly.FromDateTime(local.DateTime)))
                at = local.Hour < 20 ? at.AddHours(20 - local.Hour) : ToNextHour(at, local);
            else if (!Hour.Has(local.Hour))
                at = ToNextHour(at, local);
            else if (!Minute.Has(local.Minute))
                at = at.AddSeconds(60 - local.Second);
            else if (!Second.Has(local.Second))
                at = at.AddSeconds(1);
            else
                return at;
        }

        return null;
    }

    private static DateTimeOffset ToNextHour(DateTimeOffset at, DateTimeOffset local) => at.AddSeconds(3600 - (local.Minute * 60) - local.Second);

    // "At 02:30" means once a day, whatever the clocks do.
    private DateTimeOffset? NextByWallClock(DateTimeOffset after, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(after, zone).DateTime;
        var today = DateOnly.FromDateTime(local);
        for (var day = today.AddDays(-1); day < today.AddYears(FarthestYears); day = day.AddDays(1))
        {
            if (!Matches(day))
                continue;

            // A clock change moves the wall by an hour or two: what lies well before cannot come again.
            var first = day.ToDateTime(TimeOnly.MinValue) < local.AddHours(-3) ? local.AddHours(-3) : DateTime.MinValue;
            foreach (var wall in Walls(day, first))
            {
                if (ToUtc(wall, zone) is var at && at > after)
                    return at;
            }
        }

        return null;
    }

    private IEnumerable<DateTime> Walls(DateOnly day, DateTime first) =>
        from hour in Hour.Values
        where day.ToDateTime(new(hour, 59, 59)) >= first
        from minute in Minute.Values
        from second in Second.Values
        select day.ToDateTime(new(hour, minute, second));

    private static DateTimeOffset ToUtc(DateTime wall, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(wall))
        {
            // The first moment after the gap; gaps begin and end on whole minutes.
            wall = wall.AddSeconds(-wall.Second);
            while (zone.IsInvalidTime(wall))
                wall = wall.AddMinutes(1);
        }

        // Of a time that comes twice, the first: it has the larger offset.
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    private bool Matches(DateOnly date)
    {
        if (!Month.Has(date.Month))
            return false;
        var day = LastDay ? date.Day == DateTime.DaysInMonth(date.Year, date.Month) : Day.Has(date.Day);
        var weekday = Weekday.Has((int)date.DayOfWeek);
        return Day.IsStar || Weekday.IsStar ? day && weekday : day || weekday;
    }

    private bool Never => !LastDay && Weekday.IsStar && Month.Values.All(month => Day.Values[0] > DateTime.DaysInMonth(2024, month));
}
