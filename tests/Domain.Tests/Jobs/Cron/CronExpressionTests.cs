using Restaurant.Domain.Jobs.Cron;

namespace Restaurant.Domain.Tests.Jobs.Cron;

public sealed class CronExpressionTests
{
    [Theory]
    [InlineData("*/15 * * * *", "Every 15 minutes")]
    [InlineData("* * * * *", "Every minute")]
    [InlineData("*/10 * * * * *", "Every 10 seconds")]
    [InlineData("0 */2 * * *", "Every 2 hours, on the hour")]
    [InlineData("30 6 * * *", "Every day at 06:30")]
    [InlineData("0 9,13,17 * * MON-FRI", "Monday to Friday at 09:00, 13:00 and 17:00")]
    [InlineData("0 3 * * 0", "Every Sunday at 03:00")]
    [InlineData("0 3 * * 7", "Every Sunday at 03:00")]
    [InlineData("0 0 1 * *", "On the 1st of the month at 00:00")]
    [InlineData("0 0 L * *", "On the last day of the month at 00:00")]
    [InlineData("15 4 1,15 JAN,JUL *", "On the 1st and 15th of the month in January and July at 04:15")]
    [InlineData("0 12 13 * FRI", "On the 13th of the month and every Friday at 12:00")]
    [InlineData("*/20 9-17 * * SAT,SUN", "Every 20 minutes in the hours 09 to 17, every Sunday and Saturday")]
    [InlineData("5,35 * * * *", "Every hour, at 5 and 35 minutes past")]
    public void Says_what_it_means(string cron, string words) => CronExpression.Parse(cron).InWords().ShouldBe(words);

    [Theory]
    [InlineData("", "this one has 0")]
    [InlineData("* * * *", "this one has 4")]
    [InlineData("60 * * * *", "\"60\" is no minute: it goes from 0 to 59.")]
    [InlineData("* 24 * * *", "\"24\" is no hour: it goes from 0 to 23.")]
    [InlineData("0 0 * FOO *", "JAN to DEC")]
    [InlineData("0 0 31 2 *", "No month has such a day")]
    [InlineData("0 0 30 FEB *", "No month has such a day")]
    [InlineData("0 17-9 * * *", "goes backwards")]
    [InlineData("*/0 * * * *", "needs a step")]
    [InlineData("1-2-3 * * * *", "is no minute")]
    [InlineData("-1 * * * *", "is no minute")]
    public void Says_what_is_wrong(string cron, string problem)
    {
        CronExpression.TryParse(cron, out _, out var said).ShouldBeFalse();
        said.ShouldNotBeNull().ShouldContain(problem);
    }

    [Theory]
    [InlineData("0 12 13 * FRI", "2026-03-01", "2026-03-06T12:00 2026-03-13T12:00 2026-03-20T12:00")]
    [InlineData("0 0 29 2 *", "2026-03-01", "2028-02-29T00:00 2032-02-29T00:00")]
    [InlineData("0 0 L * *", "2026-01-31", "2026-02-28T00:00 2026-03-31T00:00")]
    [InlineData("30 5 * * * *", "2026-03-01", "2026-03-01T00:05:30 2026-03-01T01:05:30")]
    public void Fires_at_the_right_times(string cron, string after, string expected)
    {
        var expression = CronExpression.Parse(cron);
        var at = new DateTimeOffset(DateTime.Parse(after, null), TimeSpan.Zero);
        foreach (var time in expected.Split(' '))
        {
            at = expression.Next(at, TimeZoneInfo.Utc).ShouldNotBeNull();
            at.ShouldBe(new DateTimeOffset(DateTime.Parse(time, null), TimeSpan.Zero));
        }
    }
}
