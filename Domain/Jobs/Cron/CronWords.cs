using System.Globalization;

namespace Restaurant.Domain.Jobs.Cron;

/// <summary>A cron expression as a sentence.</summary>
internal static class CronWords
{
    private const int MostTimes = 6;
    private static readonly string[] Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    public static string Of(CronExpression cron)
    {
        var (time, often) = Time(cron);
        var days = Days(cron);

        // "Every 15 minutes", "Every day at 02:00", "Every 15 minutes, Monday to Friday".
        var sentence = often ? days.Length == 0 ? time : $"{time}, {days}" : $"{(days.Length == 0 ? "every day" : days)} {time}";
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    private static (string Words, bool IsOften) Time(CronExpression cron)
    {
        var seconds = cron.Second is { IsStar: false, Bits: 1 } ? "" : Part(cron.Second, "second");
        if (cron.Hour.IsStar)
        {
            var hours = cron.Hour.IsAny ? "every hour" : Part(cron.Hour, "hour");
            var words = (seconds, cron.Minute) switch
            {
                ({ Length: > 0 }, { IsAny: true }) => seconds,
                ({ Length: > 0 }, _) => $"{seconds}, {Part(cron.Minute, "minute")}",
                (_, { IsStar: true }) => Part(cron.Minute, "minute"),
                (_, { Bits: 1 }) => $"{hours}, on the hour",
                _ => $"{hours}, at {List(cron.Minute.Values, value => $"{value}")} minutes past",
            };
            return (cron.Hour.IsAny || cron.Minute is { IsStar: false } && seconds.Length == 0 ? words : $"{words}, {hours}", true);
        }

        if (seconds.Length == 0 && cron.Hour.Values.Count * cron.Minute.Values.Count <= MostTimes)
        {
            var times = from hour in cron.Hour.Values from minute in cron.Minute.Values select string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}");
            return ($"at {And([.. times])}", false);
        }

        var within = $"in the hour{(cron.Hour.Values.Count == 1 ? "" : "s")} {List(cron.Hour.Values, value => string.Create(CultureInfo.InvariantCulture, $"{value:00}"))}";
        var minutes = cron.Minute switch
        {
            { IsAny: true } when seconds.Length > 0 => seconds,
            { Bits: 1, IsStar: false } when seconds.Length == 0 => "on the hour",
            _ => Part(cron.Minute, "minute"),
        };
        return (seconds.Length > 0 && minutes != seconds ? $"{seconds}, {minutes}, {within}" : $"{minutes} {within}", true);
    }

    // "every minute", "every 15 minutes", "at minutes 5, 10 and 20".
    private static string Part(CronField field, string unit)
    {
        var values = field.Values;
        if (field.IsAny)
            return $"every {unit}";
        var range = unit == "hour" ? 24 : 60;
        if (field.IsStar && range % field.Step == 0)
            return values.Count == 1 ? $"at {unit} 0" : $"every {field.Step} {unit}s";
        return $"at {unit}{(values.Count == 1 ? "" : "s")} {List(values, value => $"{value}")}";
    }

    private static string Days(CronExpression cron)
    {
        var month = cron.Month.IsAny ? "" : $"in {List(cron.Month.Values, value => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(value))}";
        var day = cron.LastDay ? "on the last day of the month" : cron.Day.IsAny ? "" : $"on the {List(cron.Day.Values, Ordinal)} of the month";
        var weekday = cron.Weekday.IsAny ? "" : Weekday(cron.Weekday.Values);
        var days = (day, weekday) switch
        {
            ({ Length: > 0 }, { Length: > 0 }) when cron.Day.IsStar || cron.Weekday.IsStar => $"{day} if it is a {List(cron.Weekday.Values, value => Weekdays[value], "or")}",
            ({ Length: > 0 }, { Length: > 0 }) => $"{day} and {weekday}",
            _ => $"{day}{weekday}",
        };
        return string.Join(' ', new[] { days, month }.Where(part => part.Length > 0));
    }

    private static string Weekday(IReadOnlyList<int> values) =>
        values.Count >= 3 && values[^1] - values[0] == values.Count - 1 ? $"{Weekdays[values[0]]} to {Weekdays[values[^1]]}" : $"every {List(values, value => Weekdays[value])}";

    // Three and more in a row are a range: "9 to 17".
    private static string List(IReadOnlyList<int> values, Func<int, string> name, string last = "and")
    {
        var parts = new List<string>();
        for (var at = 0; at < values.Count;)
        {
            var end = at;
            while (end + 1 < values.Count && values[end + 1] == values[end] + 1)
                end++;
            if (end - at >= 2)
                parts.Add($"{name(values[at])} to {name(values[end])}");
            else
                parts.AddRange(values.Skip(at).Take(end - at + 1).Select(name));
            at = end + 1;
        }

        return And(parts, last);
    }

    private static string And(IReadOnlyList<string> parts, string last = "and") =>
        parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.Take(parts.Count - 1))} {last} {parts[^1]}";

    private static string Ordinal(int day) => (day % 10, day / 10) switch
    {
        (1, not 1) => $"{day}st",
        (2, not 1) => $"{day}nd",
        (3, not 1) => $"{day}rd",
        _ => $"{day}th",
    };
}
