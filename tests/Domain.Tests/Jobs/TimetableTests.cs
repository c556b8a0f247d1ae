using Restaurant.Domain.Jobs;

namespace Restaurant.Domain.Tests.Jobs;

public sealed class TimetableTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly DateTimeOffset Anchor = At("2026-01-01T00:00:00Z");

    // In Berlin the clocks go from 02:00 to 03:00 on 29 March 2026 (01:00 UTC) and from 03:00 back to 02:00 on 25 October 2026 (01:00 UTC).
    [Theory]
    [InlineData("02:30", "2026-03-27T12:00:00Z", "2026-03-28T01:30:00Z 2026-03-29T01:00:00Z 2026-03-30T00:30:00Z")]
    [InlineData("02:30", "2026-10-23T12:00:00Z", "2026-10-24T00:30:00Z 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z")]
    [InlineData("02:00", "2026-10-24T12:00:00Z", "2026-10-25T00:00:00Z 2026-10-26T01:00:00Z")]
    [InlineData("02:00", "2026-10-25T00:30:00Z", "2026-10-26T01:00:00Z")]
    [InlineData("03:00", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z 2026-03-30T01:00:00Z")]
    [InlineData("03:00", "2026-10-24T12:00:00Z", "2026-10-25T02:00:00Z 2026-10-26T02:00:00Z")]
    public void Daily_fires_once_a_day_by_the_wall_clock_whatever_the_clocks_do(string at, string after, string expected) =>
        Next(Timetable.Daily(TimeOnly.Parse(at, null)), after, expected).ShouldBe(expected);

    [Theory]
    [InlineData("2026-03-29T00:00:00Z", "2026-03-29T00:15:00Z 2026-03-29T01:15:00Z 2026-03-29T02:15:00Z")]
    [InlineData("2026-10-24T23:30:00Z", "2026-10-25T00:15:00Z 2026-10-25T01:15:00Z 2026-10-25T02:15:00Z")]
    public void Hourly_fires_every_real_hour_so_23_and_25_times_on_the_two_days(string after, string expected) =>
        Next(Timetable.Hourly(15), after, expected).ShouldBe(expected);

    [Fact]
    public void Days_with_a_clock_change_have_23_and_25_hours()
    {
        var hourly = Timetable.Hourly();
        Of(hourly, "2026-03-28T22:59:59Z").TakeWhile(time => time < At("2026-03-29T22:00:00Z")).Count().ShouldBe(23);
        Of(hourly, "2026-10-24T21:59:59Z").TakeWhile(time => time < At("2026-10-25T23:00:00Z")).Count().ShouldBe(25);
    }

    [Fact]
    public void Weekly_fires_on_its_day() => Next(
        Timetable.Weekly(), "2026-03-20T00:00:00Z", "2026-03-22T02:00:00Z 2026-03-29T01:00:00Z 2026-04-05T01:00:00Z").ShouldBe(
        "2026-03-22T02:00:00Z 2026-03-29T01:00:00Z 2026-04-05T01:00:00Z");

    [Fact]
    public void An_interval_is_counted_from_its_anchor_and_knows_no_clock_change()
    {
        var every = Timetable.Interval(TimeSpan.FromMinutes(45));
        Next(every, "2026-03-29T00:50:00Z", "x x x").ShouldBe("2026-03-29T01:30:00Z 2026-03-29T02:15:00Z 2026-03-29T03:00:00Z");
        every.Next(Anchor.AddMinutes(45), Anchor, Berlin).ShouldBe(Anchor.AddMinutes(90), "strictly after");
        every.Next(Anchor.AddDays(-3), Anchor, Berlin).ShouldBe(Anchor);
    }

    [Fact]
    public void A_chain_has_no_times_of_its_own()
    {
        var chain = Timetable.AfterSuccess("orders/daily-csv");
        chain.Next(Anchor, Anchor, Berlin).ShouldBeNull();
        chain.InWords(key => key == "orders/daily-csv" ? "Daily order CSV" : key).ShouldBe("After each success of \"Daily order CSV\"");
        Timetable.AfterFailure("x").InWords().ShouldBe("After \"x\" has failed for good");
    }

    [Theory]
    [InlineData(1, "Every second")]
    [InlineData(60, "Every minute")]
    [InlineData(300, "Every 5 minutes")]
    [InlineData(5400, "Every 1 hour 30 minutes")]
    [InlineData(86400, "Every day")]
    public void An_interval_in_words(int seconds, string words) => Timetable.Interval(TimeSpan.FromSeconds(seconds)).InWords().ShouldBe(words);

    [Fact]
    public void The_common_ones_in_words()
    {
        Timetable.Daily().InWords().ShouldBe("Every day at 02:00");
        Timetable.Weekly().InWords().ShouldBe("Every Sunday at 03:00");
        Timetable.Hourly().InWords().ShouldBe("Every hour, on the hour");
        Timetable.Hourly(5).InWords().ShouldBe("Every hour, at 5 minutes past");
    }

    [Fact]
    public void What_cannot_be_used_says_why()
    {
        Timetable.Interval(TimeSpan.Zero).Problem().ShouldNotBeNull();
        Timetable.OfCron("every day").Problem().ShouldNotBeNull().ShouldContain("five fields");
        new Timetable { Kind = TimetableKind.Weekly }.Problem().ShouldBe("Say on which weekday and at what time.");
        Timetable.AfterSuccess(" ").Problem().ShouldBe("Say after which job.");
    }

    private static string Next(Timetable timetable, string after, string expected) =>
        string.Join(' ', Of(timetable, after).Take(expected.Split(' ').Length).Select(time => $"{time.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"));

    private static IEnumerable<DateTimeOffset> Of(Timetable timetable, string after) => timetable.Times(At(after), Anchor, Berlin);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, null);
}
