using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Schedules;

public sealed class ScheduleActsTests(TheApp app) : BrowserTest(app)
{
    private ISchedules Schedules => App.Services.GetRequiredService<ISchedules>();

    [Fact]
    public async Task Several_schedules_are_paused_with_one_reason_and_resumed_together()
    {
        var made = new List<Schedule>();
        foreach (var name in new[] { "Flock one", "Flock two", "Flock three" })
            made.Add((await Schedules.CreateAsync(new(name, "test/pack", Timetable.Daily()), "ann", default)).Value.ShouldNotBeNull());
        var page = await OpenAsync(Role.Manager, "/schedules?tab=schedules&find=flock");
        await page.GetByLabel("Choose all").CheckAsync();
        await Assertions.Expect(page.GetByText("3 chosen")).ToBeVisibleAsync();
        await page.GetByLabel("Choose Flock three").UncheckAsync();
        await Assertions.Expect(page.GetByText("2 chosen")).ToBeVisibleAsync();

        await page.Locator(".filters, .toolbar").GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Pause 2 schedules" })).ToBeVisibleAsync();
        await page.GetByLabel("Why").FillAsync("stocktaking");
        await page.Locator(".panel").GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("stocktaking")).ToHaveCountAsync(2);
        (await ReasonsAsync(made)).ShouldBe(["stocktaking", "stocktaking", null]);

        await page.GetByLabel("Choose all").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("stocktaking")).ToHaveCountAsync(0);
        (await ReasonsAsync(made)).ShouldBe([null, null, null]);
    }

    [Fact]
    public async Task A_schedule_that_the_program_brings_is_changed_and_reset()
    {
        var schedule = (await Schedules.ListAsync(default)).Select(view => view.Schedule).First(schedule => schedule.IsBuiltIn && schedule.Timetable.Kind == TimetableKind.Daily);
        var page = await OpenAsync(Role.Manager, $"/schedules/{schedule.Id}");
        await page.GetByLabel("Name").FillAsync("Under another name");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Under another name" })).ToBeVisibleAsync();
        (await Schedules.FindAsync(schedule.Id, default))!.Schedule.IsChanged.ShouldBeTrue();

        await page.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = schedule.Name, Exact = true })).ToBeVisibleAsync();
        (await Schedules.FindAsync(schedule.Id, default))!.Schedule.IsChanged.ShouldBeFalse();
    }

    [Fact]
    public async Task Limits_are_saved_refused_with_a_reason_and_taken_back()
    {
        var settings = App.Services.GetRequiredService<ISettings>();
        var before = settings.Current.Jobs.Gate.LongestWaitMinutes;
        var page = await OpenAsync(Role.Manager, "/schedules/limits");
        await page.GetByLabel("After (minutes)").FillAsync("77");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Limits saved")).ToBeVisibleAsync();
        settings.Current.Jobs.Gate.LongestWaitMinutes.ShouldBe(77);

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("After (minutes)")).ToHaveValueAsync($"{before}");
        settings.Current.Jobs.Gate.LongestWaitMinutes.ShouldBe(before);
    }

    private async Task<IEnumerable<string?>> ReasonsAsync(List<Schedule> schedules)
    {
        var all = await Schedules.ListAsync(default);
        return schedules.Select(schedule => all.Single(view => view.Schedule.Id == schedule.Id).Schedule.PauseReason);
    }
}
