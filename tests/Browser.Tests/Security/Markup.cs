using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Learning;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Changes;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Simulation;
using Restaurant.Domain.Team;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Database;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Security;

/// <summary>Writes markup that would run into every field of text that there is.</summary>
internal sealed class Markup(IServiceProvider services)
{
    public const string Tag = "<b data-hit";
    public const string Short = "<b data-hit onclick=__hit=1>x";
    public const string Long = "\"'><b data-hit></b><img data-hit src=x onerror=\"window.__hit=1\"><script data-hit>window.__hit=1</script><svg data-hit onload=__hit=1>{{1+1}}${1+1}";

    private const string Who = "<b data-hit>who</b>";
    private DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async Task<IReadOnlyList<string>> WriteEverywhereAsync()
    {
        var settings = Get<ISettings>();
        await settings.SaveAsync(settings.Current with { Name = Short, TurnSeconds = 0 }, Who, default);
        await WriteMenuAsync();
        var order = await WriteOrdersAsync();
        var numbers = await WriteMessagesAsync();
        var (enquiry, review) = await WriteRowsAsync();
        var (schedule, run) = await WriteJobsAsync();
        await Get<IMutedSenders>().MuteAsync(Short, Long, Who, Long, default);
        await Get<IApiKeys>().CreateAsync(Short, Role.Kitchen, null, Who, default);
        await Get<IDatasets>().AddAsync(Short, new([new(0, Long, Long, Short, Now)], 0, []), Who, default);
        await Get<ILearning>().TeachAsync(
            new(Long, Intent.Enquiry, 0.5, [Line()], [new(Long, [new(Short, 0.5, Long)])], Intent.Order, [Line()]), Who, default);

        return
        [
            "/", "/orders", $"/orders/{order}", "/kitchen", "/enquiries", $"/enquiries/{enquiry}", "/review", $"/review/{review}", "/review?tab=decided", "/inbox",
            .. numbers.Select(number => $"/inbox/{number}"), "/miscellaneous", "/miscellaneous?tab=muted", "/outbox", "/menu", "/menu?tab=history",
            "/menu?tab=groups", "/menu?tab=categories", "/settings", "/settings?tab=audit", "/settings?tab=keys", "/learning",
            $"/schedules/{schedule}", "/schedules?tab=schedules", "/schedules?tab=runs", $"/schedules/runs/{run}",
        ];
    }

    private static OrderLine Line() =>
        new(Short, 1, Short, [new OrderModifier(Short, ModifierAction.Remove, 1, 0)], 100, Long, Long, Short);

    private async Task WriteMenuAsync()
    {
        var item = new MenuItem
        {
            Name = Short,
            Description = Long,
            PriceMinor = 100,
            Aliases = [$"{Short} alias"],
            Sizes = [new(Short, 0)],
            Ingredients = [Short],
            Tags = [Short],
            Allergens = [Short],
            Station = Short,
        };
        var saved = await Get<IMenuStore>().ChangeAsync(new SaveItem(item, Short, null), Who, Long, default);
        saved.Outcome.ShouldBe(MenuOutcome.Saved, string.Join(' ', saved.Problems));
    }

    private async Task<Guid> WriteOrdersAsync()
    {
        var orders = Get<IOrders>();
        var placed = await orders.PlaceAsync(new(Short, Long, Long, [Line()], Note: Long), Who, default);
        placed.IsDone.ShouldBeTrue(placed.Sentence);
        var revised = await orders.ReviseAsync(placed.Value!.Id, [Line(), Line() with { Quantity = 2 }], placed.Value.Version, Who, Long, default);
        revised.IsDone.ShouldBeTrue(revised.Sentence);
        var other = await orders.PlaceAsync(new(Short, Long, Long, [Line()], Note: Long), Who, default);
        await orders.MoveAsync(other.Value!.Id, OrderStatus.Cancelled, other.Value.Version, Who, Long, default);
        return placed.Value.Id;
    }

    private async Task<IReadOnlyList<long>> WriteMessagesAsync()
    {
        string[] texts = [$"two {Short} please {Long}", $"when do you open? {Long}", $"thank you so much {Long}", $"you are all idiots {Long}", Long];
        var received = await Get<IInbox>().AddAsync(
            [.. texts.Select((text, at) => new NewMessage(Short, $"{Short}{at}", $"{Long}{at}", text, Now) { Immediately = true })], default);
        await Poll.UntilAsync(async () => await Get<IMessageQueue>().BacklogAsync(1, default) == 0, "all messages are read");
        return [.. received.Select(message => message.Number)];
    }

    private async Task<(Guid Enquiry, Guid Review)> WriteRowsAsync()
    {
        var enquiry = new Enquiry { MessageNumber = 1_000_001, Channel = Short, Sender = Long, Words = Long, Reason = Long, Draft = Long, CreatedAt = Now };
        enquiry.Keep(Long, Who);
        var review = new ReviewItem
        {
            MessageNumber = 1_000_002,
            Channel = Short,
            Sender = Long,
            Words = Long,
            Reason = Long,
            Intent = Intent.Order,
            Confidence = 0.5,
            Lines = [Line()],
            Unmatched = [new(Long, [new(Short, 0.5, Long)])],
            CreatedAt = Now,
        };
        var decided = new ReviewItem { MessageNumber = 1_000_003, Channel = Short, Sender = Long, Words = Long, Reason = Long, CreatedAt = Now };
        decided.Decide(ReviewStatus.Filed, Guid.NewGuid(), Who, Now);
        await using var database = await Get<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        database.AddRange(
            enquiry, review, decided,
            new FiledMessage { MessageNumber = 1_000_004, Channel = Short, Sender = Long, Words = Long, Reason = Long, Intent = Intent.Miscellaneous, CreatedAt = Now });
        await database.SaveChangesAsync();
        return (enquiry.Id, review.Id);
    }

    // A run's words come from whatever its job met: a file, an answer, an exception.
    private async Task<(Guid Schedule, Guid Run)> WriteJobsAsync()
    {
        var schedules = Get<ISchedules>();
        var job = Get<JobCatalog>().All.First(known => known.Key == "outbox/sweep");
        var made = await schedules.CreateAsync(new(Short, job.Key, Timetable.Daily()) { Notify = NotifyOn.Never }, Who, default);
        made.IsDone.ShouldBeTrue(made.Sentence);
        (await schedules.PauseAsync(made.Value!.Id, Long, null, Who, default)).IsDone.ShouldBeTrue();

        var run = new JobRun
        {
            JobKey = job.Key,
            ScheduleId = made.Value.Id,
            StartedBy = Long,
            Arguments = System.Text.Json.JsonSerializer.Serialize(new { days = Long }),
            QueuedAt = Now,
            DueAt = Now,
            StartedAt = Now,
            FinishedAt = Now,
            State = JobRunState.Dead,
            Reason = Long,
            Attempts = 1,
            ProgressText = Long,
            Result = Long,
            Error = Long,
            ErrorDetail = Long,
            Node = Short,
            CancelledBy = Short,
            Milliseconds = 1,
        };
        await using var database = await Get<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        database.AddRange(
            run,
            new JobAttempt { RunId = run.Id, Number = 1, StartedAt = Now, FinishedAt = Now, Node = Short, State = JobRunState.Dead, Sentence = Long, ErrorDetail = Long },
            new JobLogLine { RunId = run.Id, Number = 1, Attempt = 1, At = Now, Text = Long });
        await database.SaveChangesAsync();
        return (made.Value.Id, run.Id);
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
