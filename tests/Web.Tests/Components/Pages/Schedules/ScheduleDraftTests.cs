using Restaurant.Domain.Jobs;
using Restaurant.Web.Components.Pages.Schedules;

namespace Restaurant.Web.Tests.Components.Pages.Schedules;

public sealed class ScheduleDraftTests
{
    public static TheoryData<Timetable> Timetables { get; } =
    [
        Timetable.OfCron("*/5 9-17 * * 1-5"), Timetable.Interval(TimeSpan.FromMinutes(90)), Timetable.Interval(TimeSpan.FromDays(2)), Timetable.Hourly(15),
        Timetable.Daily(new(4, 30)), Timetable.Weekly(DayOfWeek.Friday, new(22, 5)), Timetable.AfterSuccess("orders/daily-csv"), Timetable.AfterFailure("outbox/sweep"),
    ];

    [Theory]
    [MemberData(nameof(Timetables))]
    public void Every_kind_comes_out_as_it_went_in(Timetable timetable) =>
        ScheduleDraft.Of(new() { Name = "One", JobKey = "jobs/one", Timetable = timetable }).ToTimetable().ShouldBe(timetable);

    [Theory]
    [InlineData(TimetableKind.Interval, "many")]
    [InlineData(TimetableKind.Interval, "999999999")]
    [InlineData(TimetableKind.Hourly, "60")]
    [InlineData(TimetableKind.Daily, "noonish")]
    [InlineData(TimetableKind.AfterSuccess, "")]
    public void What_cannot_be_read_is_said_and_never_thrown(TimetableKind kind, string typed)
    {
        var draft = new ScheduleDraft { Kind = kind, Every = typed, Unit = "days", Minute = typed, DailyAt = typed, AfterJob = typed };

        draft.ToTimetable().Problem().ShouldNotBeNullOrEmpty();
    }
}
