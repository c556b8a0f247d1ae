using Restaurant.Domain.Jobs;
using Restaurant.Domain.Settings;
using Restaurant.Web.Components.Pages.Schedules;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Tests.Components.Pages.Schedules;

public sealed class LanesTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 12, 7, 0, TimeSpan.Zero);
    private static readonly RestaurantSettings Settings = new() { TimeZone = "Europe/Berlin" };

    [Fact]
    public void Cells_side_by_side_that_went_alike_are_one_bar_and_a_failure_stands_out()
    {
        TimelineCell[] ran = [Cell(-60), Cell(-45), Cell(-30, failed: 1), Cell(-15)];

        var lane = Lanes.Of(ran, [], key => key, Settings, Now).ShouldHaveSingleItem();

        lane.Bars.Select(bar => bar.Tone).ShouldBe([Tone.Done, Tone.Failed, Tone.Done]);
        lane.Bars[0].Length.ShouldBe(Lanes.Cell * 2 / TimeSpan.FromHours(48), 1e-9);
        lane.Bars[1].Title.ShouldBe("Wed 13:30 to Wed 13:45: 3 runs, 1 failed");
        lane.Summary.ShouldBe("12 runs in the past 24 hours, 1 failed; nothing planned");
    }

    [Fact]
    public void A_single_long_run_is_as_long_as_it_took_and_leads_to_its_page()
    {
        var run = Cell(-180) with { Runs = 1, Milliseconds = (long)TimeSpan.FromHours(2).TotalMilliseconds };

        var bar = Lanes.Of([run], [], key => key, Settings, Now).Single().Bars.ShouldHaveSingleItem();

        bar.Length.ShouldBe(2 / 48.0, 1e-9);
        bar.Href.ShouldBe($"/schedules/runs/{run.NewestRun}");
    }

    [Fact]
    public void What_fires_often_is_one_planned_stripe_and_what_fires_daily_is_a_mark()
    {
        Lanes.Of([], [View(Timetable.Interval(TimeSpan.FromMinutes(1)))], key => key, Settings, Now).Single().Bars.ShouldHaveSingleItem().Length.ShouldBeGreaterThan(0.49);

        var daily = Lanes.Of([], [View(Timetable.Daily())], key => key, Settings, Now).Single().Bars.ShouldHaveSingleItem();
        daily.IsPlanned.ShouldBeTrue();
        daily.Start.ShouldBe(Lanes.Share(new(2026, 5, 7, 0, 0, 0, TimeSpan.Zero), Now), 1e-9);
        daily.Title.ShouldStartWith("Thu 02:00 planned");
    }

    [Fact]
    public void Nothing_is_planned_for_what_is_paused()
    {
        var view = View(Timetable.Daily());
        view.Schedule.Pause("ann", "holiday", null, Now);

        Lanes.Of([], [view], key => key, Settings, Now).ShouldBeEmpty();
    }

    [Fact]
    public void Marks_are_the_restaurants_own_hours_and_leave_now_its_place() =>
        Lanes.Marks(Now, Settings).Select(mark => mark.Text).ShouldBe(["18:00", "Wed", "06:00", "18:00", "Thu", "06:00", "12:00"]);

    private static TimelineCell Cell(int minutes, int failed = 0) =>
        new("jobs/one", Lanes.From(Now).AddDays(1).AddMinutes(minutes), 3, failed, 0, 100, Guid.NewGuid());

    private static ScheduleView View(Timetable timetable)
    {
        var schedule = new Schedule { Name = "One", JobKey = "jobs/one", Timetable = timetable, CreatedAt = Now.AddDays(-1) };
        schedule.Plan(Now, Settings.Zone);
        return new(schedule, "One", timetable.InWords(), null, []);
    }
}
