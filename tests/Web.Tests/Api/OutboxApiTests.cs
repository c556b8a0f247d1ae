using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Web.Tests.Api;

public sealed class OutboxApiTests(TheServer server)
{
    [Fact]
    public async Task Notices_are_listed_filtered_and_sent_again_by_those_who_may()
    {
        var dead = await WriteAsync(OutboxStatus.DeadLettered, "café crème");
        await WriteAsync(OutboxStatus.Sent, "two bean burgers");
        var front = await server.WithKeyAsync(Role.Front);

        var found = await front.GetFromJsonAsync<JsonElement>("/api/outbox?status=DeadLettered&room=Orders&search=CAF");
        found.GetProperty("total").GetInt32().ShouldBe(1);
        (await front.PostAsync($"/api/outbox/{dead}/retry", null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var manager = await server.WithKeyAsync(Role.Manager);
        (await manager.PostAsync($"/api/outbox/{dead}/retry", null)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await manager.PostAsync($"/api/outbox/{Guid.NewGuid()}/retry", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await manager.PostAsync("/api/outbox/retry?status=Sent", null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await (await server.WithKeyAsync(Role.Kitchen)).GetAsync("/api/outbox")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<Guid> WriteAsync(OutboxStatus status, string words)
    {
        await using var context = await server.Services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        var now = TimeProvider.System.GetUtcNow();
        var notice = new RoomNotice("Order 1", [], words, "ann", null, null, now);
        var row = new OutboxMessage { Key = $"test/{words}", Room = Room.Orders, Payload = notice.ToJson(), CreatedAt = now, DueAt = now, Status = status };
        context.Outbox.Add(row);
        await context.SaveChangesAsync();
        return row.Id;
    }
}
