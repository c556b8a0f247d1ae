using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Api;

public sealed class FullInboxTests
{
    [Fact]
    public async Task A_full_inbox_answers_503_says_when_to_come_back_and_the_status_page_says_what_to_do()
    {
        await using var program = await RunningProgram.StartAsync(settings: [("Inbox:MostWaiting", "1")]);

        // One that nobody works on.
        await using (var context = await program.Services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync())
        {
            var (now, later) = (TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(1));
            context.Messages.Add(new() { Channel = "web", ExternalId = "held", Sender = "ann", Text = "hello", SentAt = now, ReceivedAt = now, DueAt = later });
            await context.SaveChangesAsync();
        }

        var front = await program.ClientAsync(Role.Front);
        HttpResponseMessage? refused = null;
        await Poll.UntilAsync(
            async () =>
            {
                var body = new { channel = "web", externalId = $"{Guid.NewGuid():N}", sender = "ben", text = "two lemonades" };
                var answer = await front.PostAsJsonAsync("/api/messages", body);
                refused = answer.StatusCode == HttpStatusCode.ServiceUnavailable ? answer : null;
                return refused is not null;
            },
            "the inbox is full");

        refused!.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(30));
        (await refused.Content.ReadAsStringAsync()).ShouldContain("The inbox is full");
        await front.ReadyAsync("Inbox:MostWaiting");
    }
}
