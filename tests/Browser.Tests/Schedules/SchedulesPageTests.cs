using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Schedules;

public sealed class SchedulesPageTests(TheApp app) : BrowserTest(app)
{
    private IJobRuns Runs => App.Services.GetRequiredService<IJobRuns>();

    private ISchedules Schedules => App.Services.GetRequiredService<ISchedules>();

    [Fact]
    public async Task A_schedule_is_made_with_its_sentence_and_next_times_paused_with_a_reason_and_deleted_with_a_way_back()
    {
        var page = await OpenAsync(Role.Manager, "/schedules/new");
        await page.GetByLabel("Job", new() { Exact = true }).SelectOptionAsync("Pack boxes");
        await page.GetByLabel("Name").FillAsync("Boxes at dawn");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cron" }).ClickAsync();
        await page.GetByLabel("Cron expression").FillAsync("15 6 * * 1-5 9");
        await Assertions.Expect(page.Locator("#timetable-means li")).ToHaveCountAsync(0);

        await page.GetByLabel("Cron expression").FillAsync("15 6 * * 1-5");
        await Assertions.Expect(page.Locator("#timetable-means")).ToContainTextAsync("Monday to Friday at 06:15");
        await Assertions.Expect(page.Locator("#timetable-means li")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator("#timetable-means li").First).ToContainTextAsync("06:15:00");
        await Axe.CheckAsync(page);
        await page.GetByLabel("Label").FillAsync("the bakery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await page.WaitForURLAsync("**/schedules/*-*");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Boxes at dawn" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "All schedules" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause Boxes at dawn" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why");
        await page.GetByLabel("Why").FillAsync("The baker is on holiday");
        await page.GetByRole(AriaRole.Button, new() { Name = "tomorrow" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Boxes at dawn" });
        await Assertions.Expect(row).ToContainTextAsync("The baker is on holiday");
        await Assertions.Expect(row).ToContainTextAsync("goes on in");
        await row.GetByRole(AriaRole.Button, new() { Name = "Resume Boxes at dawn" }).ClickAsync();
        await Assertions.Expect(row).Not.ToContainTextAsync("Paused");

        await row.GetByRole(AriaRole.Link, new() { Name = "Change Boxes at dawn" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(1);
        (await Schedules.ListAsync(default)).Single(view => view.Schedule.Name == "Boxes at dawn").Schedule.Arguments.ShouldBe("""{"label":"the bakery"}""");
    }

    [Fact]
    public async Task A_run_by_hand_shows_its_progress_and_its_result_by_itself()
    {
        var schedule = await ScheduleAsync("Boxes by hand", "test/pack");
        var page = await OpenAsync(Role.Manager, "/schedules?tab=schedules&find=by+hand");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Run {schedule.Name} now" }).ClickAsync();
        await page.GetByLabel("Count", new() { Exact = true }).FillAsync("many");
        await Assertions.Expect(page.GetByText("A number, for example 30.")).ToBeVisibleAsync();
        await page.GetByLabel("Count", new() { Exact = true }).FillAsync("400");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run now", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".panel .callout")).ToContainTextAsync("between 1 and 100");
        await page.GetByLabel("Count", new() { Exact = true }).FillAsync("40");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run now", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByText("20 of 40 boxes").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("value", "50");
        await Assertions.Expect(page.GetByText("Resting half-way.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText($"by {Team.Email(Role.Manager)}", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "See the trace" })).ToHaveAttributeAsync("href", new Regex("^https://traces.example.com/trace/[0-9a-f]{32}$"));
        await Axe.CheckAsync(page);
        App.Services.GetRequiredService<Baton>().Pass();
        await Assertions.Expect(page.GetByText("40 boxes packed for the shelf").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Run again", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_run_under_way_is_stopped_from_the_overview()
    {
        var run = await StartAsync("test/pack", """{"count":60}""");
        var page = await OpenAsync(Role.Manager, "/schedules");
        await Assertions.Expect(page.GetByText("30 of 60 boxes")).ToBeVisibleAsync();
        await Axe.CheckAsync(page);

        await page.Locator(".running").Filter(new() { HasText = "30 of 60 boxes" }).GetByRole(AriaRole.Button, new() { Name = "Cancel Pack boxes" }).ClickAsync();

        await Assertions.Expect(page.GetByText("30 of 60 boxes")).ToHaveCountAsync(0);
        await Poll.UntilAsync(async () => (await Runs.FindAsync(run, default))!.Run.State == JobRunState.Cancelled, "the run is cancelled");
    }

    [Fact]
    public async Task A_failed_run_says_why_and_is_replayed_from_the_dead_letters_with_other_arguments()
    {
        var run = await StartAsync("test/moody", """{"place":"the harbour"}""");
        var page = await OpenAsync(Role.Manager, $"/schedules/runs/{run}");
        await Assertions.Expect(page.GetByText("The oven of the harbour is cold. Heat it, then replay.").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".stack-trace")).ToContainTextAsync("InvalidOperationException");

        await page.OpenAsync("/schedules?tab=dead");
        var dead = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "The oven of the harbour is cold" });
        await Axe.CheckAsync(page);
        await dead.GetByRole(AriaRole.Button, new() { Name = "Edit and replay Moody" }).ClickAsync();
        await page.GetByLabel("Is well").CheckAsync();
        await page.Locator(".panel").GetByRole(AriaRole.Button, new() { Name = "Replay", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("In good spirits").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText($"again by {Team.Email(Role.Manager)}")).ToBeVisibleAsync();

        await page.OpenAsync("/schedules?tab=dead");
        await Assertions.Expect(page.Locator(".empty, .dead").First).ToBeVisibleAsync();
        await Assertions.Expect(dead).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Runs_are_found_by_error_and_state_and_the_address_keeps_it()
    {
        await StartAsync("test/moody", """{"place":"the lighthouse"}""");
        var well = await StartAsync("test/moody", """{"place":"the lighthouse","isWell":true}""");
        await Poll.UntilAsync(async () => (await Runs.FindAsync(well, default))!.Run.State == JobRunState.Succeeded, "the second run is well");
        var page = await OpenAsync(Role.Kitchen, "/schedules?tab=runs");
        await page.GetByPlaceholder("Job, person, argument, result or error").FillAsync("LIGHTHOUSE");
        await page.WaitForURLAsync("**/schedules*q=LIGHTHOUSE*");
        await Assertions.Expect(page.Locator(".runs > li")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Button, new() { Name = "Failed" }).ClickAsync();
        await Assertions.Expect(page.Locator(".runs > li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".runs > li")).ToContainTextAsync("The oven of the lighthouse is cold");
        await page.ReloadAsync();
        await page.InteractiveAsync();
        await Assertions.Expect(page.Locator(".runs > li")).ToHaveCountAsync(1);
        await Axe.CheckAsync(page);
        await Assertions.Expect(page.GetByText("New schedule")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_keyboard_alone_leads_from_anywhere_to_a_new_schedule()
    {
        var page = await OpenAsync(Role.Manager, "/");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("d");
        await page.WaitForURLAsync("**/schedules");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Yesterday and tomorrow" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("n");
        await page.GetByLabel("Name").FocusAsync();
        await page.Keyboard.TypeAsync("Keys only");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Moody");
        await Assertions.Expect(page.GetByText("Fails unless told otherwise.")).ToBeVisibleAsync();
        await page.GetByLabel("Name").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Keys only" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/schedules")]
    [InlineData("/schedules?tab=schedules")]
    [InlineData("/schedules?tab=runs")]
    [InlineData("/schedules/new")]
    public async Task Everything_fits_on_a_phone(string path)
    {
        var page = await OpenAsync(Role.Manager, path, Phone);
        await Assertions.Expect(page.Locator(".skeleton")).ToHaveCountAsync(0);
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("nothing is wider than the phone");
        await Axe.CheckAsync(page);
    }

    private async Task<Guid> StartAsync(string job, string arguments) =>
        (await Runs.EnqueueAsync(new(job, Team.Email(Role.Owner), JobCause.Person) { Arguments = arguments }, default)).Value.ShouldNotBeNull().Id;

    private async Task<Schedule> ScheduleAsync(string name, string job) =>
        (await Schedules.CreateAsync(new(name, job, Timetable.Daily()), Team.Email(Role.Owner), default)).Value.ShouldNotBeNull();
}
