using Restaurant.Domain.Jobs;

namespace Restaurant.Domain.Tests.Jobs;

public sealed class FiringTests
{
    private static readonly DateTimeOffset Due = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(MissedRuns.Skip)]
    [InlineData(MissedRuns.Once)]
    [InlineData(MissedRuns.All)]
    public void On_time_it_runs_once_and_nothing_was_missed(MissedRuns policy)
    {
        var firing = Decide(policy, Due.AddSeconds(2));

        firing.Runs.ShouldBe([Due]);
        (firing.Missed, firing.NextAt).ShouldBe((0, Due.AddHours(1)));
    }

    [Fact]
    public void Before_its_time_nothing_happens() => Decide(MissedRuns.All, Due.AddSeconds(-1)).ShouldBeEquivalentTo(new Firing([], 0, Due));

    [Theory]
    [InlineData(MissedRuns.Skip, "", 6)]
    [InlineData(MissedRuns.Once, "15", 6)]
    [InlineData(MissedRuns.All, "10 11 12 13 14 15", 6)]
    public void After_half_a_day_away_the_policy_says_what_is_made_up_for(MissedRuns policy, string hours, int missed)
    {
        var firing = Decide(policy, Due.AddHours(5.5));

        string.Join(' ', firing.Runs.Select(run => run.Hour)).ShouldBe(hours);
        (firing.Missed, firing.NextAt).ShouldBe((missed, Due.AddHours(6)));
    }

    [Theory]
    [InlineData(MissedRuns.Skip, "15")]
    [InlineData(MissedRuns.Once, "15")]
    [InlineData(MissedRuns.All, "10 11 12 13 14 15")]
    public void The_last_one_is_on_time_where_the_node_came_back_just_after_it(MissedRuns policy, string hours)
    {
        var firing = Decide(policy, Due.AddHours(5).AddSeconds(30));

        string.Join(' ', firing.Runs.Select(run => run.Hour)).ShouldBe(hours);
        firing.Missed.ShouldBe(5);
    }

    [Fact]
    public void Of_very_many_missed_runs_the_last_hundred_are_made_up_for_and_all_are_counted()
    {
        var firing = Decide(MissedRuns.All, Due.AddHours(1000).AddMinutes(30));

        (firing.Runs.Count, firing.Runs[^1], firing.Missed).ShouldBe((100, Due.AddHours(1000), 1001));
    }

    [Fact]
    public void A_run_that_has_not_begun_stands_for_the_next_ones_except_where_each_counts()
    {
        Decide(MissedRuns.Once, Due, isBehind: true).ShouldBeEquivalentTo(new Firing([], 1, Due.AddHours(1)));
        Decide(MissedRuns.All, Due, isBehind: true).Runs.ShouldBe([Due]);
    }

    [Fact]
    public void What_would_have_fired_in_a_pause_is_neither_run_nor_missed()
    {
        var schedule = Hourly(MissedRuns.All);
        schedule.Pause("ann", "holiday", null, Due.AddMinutes(-5));
        Firing.Decide(schedule, false, Due.AddHours(9), TimeZoneInfo.Utc).Runs.ShouldBeEmpty();

        schedule.Resume(Due.AddHours(9.5), TimeZoneInfo.Utc);

        schedule.NextAt.ShouldBe(Due.AddHours(10));
        schedule.PauseReason.ShouldBeNull();
    }

    private static Firing Decide(MissedRuns policy, DateTimeOffset now, bool isBehind = false) => Firing.Decide(Hourly(policy), isBehind, now, TimeZoneInfo.Utc);

    private static Schedule Hourly(MissedRuns policy) =>
        new() { Name = "hourly", JobKey = "x", Timetable = Timetable.Hourly(), Missed = policy, CreatedAt = Due.AddDays(-1), NextAt = Due };
}
