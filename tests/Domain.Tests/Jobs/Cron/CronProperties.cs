using FsCheck;
using FsCheck.Fluent;
using Restaurant.Domain.Jobs.Cron;

namespace Restaurant.Domain.Tests.Jobs.Cron;

/// <summary>What holds for any expression, checked against a reading of the fields that shares no code with the product's.</summary>
public sealed class CronProperties
{
    private static readonly Config Same = Config.QuickThrowOnFailure.WithReplay(7, 33);
    private static readonly DateTimeOffset Start = new(2026, 3, 27, 22, 17, 0, TimeSpan.Zero);
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"];

    private static readonly Gen<string> Crons =
        from minute in Gen.Elements("0", "5", "30", "*", "*/15", "*/7", "0,30", "10-12")
        from hour in Gen.Elements("*", "*/6", "2", "3", "0,12", "9-11", "23")
        from day in Gen.Elements("*", "*", "*", "1", "29", "1,15", "28-31", "L")
        from month in Gen.Elements("*", "*", "*", "3", "3,10", "4-6")
        from weekday in Gen.Elements("*", "*", "*", "0", "7", "MON-FRI", "1,3", "SAT")
        select $"{minute} {hour} {day} {month} {weekday}";

    [Fact]
    public void Where_no_clock_changes_it_fires_in_exactly_the_minutes_that_its_fields_allow() => Check.One(
        Same.WithMaxTest(150),
        Prop.ForAll(Crons.ToArbitrary(), cron =>
        {
            var expression = CronExpression.Parse(cron);
            var allowed = Enumerable.Range(1, 12 * 24 * 60).Select(minute => Start.AddMinutes(minute)).Where(time => Allows(cron, time)).ToList();
            var fired = Times(expression, Start, TimeZoneInfo.Utc).TakeWhile(time => time <= Start.AddDays(12)).ToList();
            return fired.SequenceEqual(allowed);
        }));

    [Fact]
    public void In_any_zone_times_grow_and_fit_the_wall_clock_except_after_a_gap() => Check.One(
        Same.WithMaxTest(300),
        Prop.ForAll(Crons.ToArbitrary(), Gen.Elements(Zones).ToArbitrary(), (cron, name) =>
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
            var times = Times(CronExpression.Parse(cron), Start, zone).Take(60).ToList();
            return times.Zip(times.Skip(1)).All(pair => pair.First < pair.Second)
                && times.All(time => Allows(cron, TimeZoneInfo.ConvertTime(time, zone)) || IsFirstAfterGap(time, zone));
        }));

    [Fact]
    public void Two_that_are_said_in_the_same_words_fire_at_the_same_times() => Check.One(
        Same.WithMaxTest(3),
        Prop.ForAll(Crons.ArrayOf(400).ToArbitrary(), crons => crons.Distinct().GroupBy(cron => CronExpression.Parse(cron).InWords())
            .All(same => same.Select(cron => string.Join(' ', Times(CronExpression.Parse(cron), Start, TimeZoneInfo.Utc).Take(20))).Distinct().Count() == 1)));

    [Fact]
    public void Any_text_is_read_or_refused_with_a_reason() => Check.One(
        Same.WithMaxTest(500),
        Prop.ForAll<string>(text => CronExpression.TryParse(text, out var read, out var problem) ? read.InWords().Length > 0 : problem.Length > 0));

    private static IEnumerable<DateTimeOffset> Times(CronExpression cron, DateTimeOffset after, TimeZoneInfo zone)
    {
        for (var next = cron.Next(after, zone); next is { } at; next = cron.Next(at, zone))
            yield return at;
    }

    private static bool IsFirstAfterGap(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).Offset > TimeZoneInfo.ConvertTime(time.AddMinutes(-1), zone).Offset;

    // Field by field, from the text.
    private static bool Allows(string cron, DateTimeOffset local)
    {
        var fields = cron.Split(' ');
        var lastDay = fields[2] == "L";
        var day = lastDay ? local.AddDays(1).Month != local.Month : Has(fields[2], local.Day, 1);
        var weekday = Has(fields[4].Replace("MON-FRI", "1-5").Replace("SAT", "6").Replace("7", "0"), (int)local.DayOfWeek, 0);
        var either = fields[2][0] != '*' && fields[4][0] != '*';
        return Has(fields[0], local.Minute, 0) && Has(fields[1], local.Hour, 0) && Has(fields[3], local.Month, 1) && (either ? day || weekday : day && weekday);
    }

    private static bool Has(string field, int value, int least) => field.Split(',').Any(part => part.Split('/', '-') switch
    {
        ["*"] => true,
        ["*", var step] => (value - least) % int.Parse(step, null) == 0,
        [var from, var to] => value >= int.Parse(from, null) && value <= int.Parse(to, null),
        [var one] => value == int.Parse(one, null),
        _ => false,
    });
}
