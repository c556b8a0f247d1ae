using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Domain.Live;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Browser.Tests.Outbox;

public sealed class OutboxTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task A_given_up_notice_says_why_shows_what_it_was_and_is_sent_again_by_a_manager()
    {
        var row = await WriteAsync("Order 4711", OutboxStatus.DeadLettered, "Discord had an error of its own (500).");
        var page = await OpenAsync(Role.Manager, "/outbox?status=DeadLettered");
        var item = page.GetByRole(AriaRole.Button, new() { NameRegex = new("Order 4711") });
        await Assertions.Expect(item).ToContainTextAsync("Discord had an error of its own");

        await item.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Article)).ToContainTextAsync("2 × Bean Burger: NO onion");
        await Assertions.Expect(page.GetByText("<b>two</b> bean burgers")).ToBeVisibleAsync();
        await Axe.CheckAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Retry", Exact = true }).ClickAsync();

        await Assertions.Expect(item).ToHaveCountAsync(0);
        page.Url.ShouldContain($"open={row}");
    }

    [Fact]
    public async Task A_new_notice_appears_by_itself_and_is_found_by_its_words()
    {
        var page = await OpenAsync(Role.Front, "/outbox");
        await WriteAsync("Order 4712", OutboxStatus.Sent, null);
        await Assertions.Expect(page.GetByText("Order 4712")).ToBeVisibleAsync();

        await page.GetByPlaceholder("Search notices").FillAsync("no such words");
        await Assertions.Expect(page.GetByText("No notice is like that")).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("search=no%20such%20words"));
    }

    private async Task<Guid> WriteAsync(string title, OutboxStatus status, string? error)
    {
        var now = TimeProvider.System.GetUtcNow();
        var notice = new RoomNotice(title, ["2 × Bean Burger: NO onion", "1 × Lemonade (large)"], "<b>two</b> bean burgers, no onion please", "+1 555 0100", "$24.00", null, now);
        var row = new OutboxMessage
        {
            Key = $"order/{Guid.NewGuid()}",
            Room = Room.Orders,
            Payload = notice.ToJson(),
            CreatedAt = now,
            DueAt = now,
            Status = status,
            Error = error,
            Attempts = error is null ? 0 : 3,
            SentAt = status == OutboxStatus.Sent ? now : null,
        };
        await using var context = await App.Services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        context.Outbox.Add(row);
        await context.SaveChangesAsync();
        App.Services.GetRequiredService<ChangeFeed>().Publish(Topic.Outbox);
        return row.Id;
    }
}
