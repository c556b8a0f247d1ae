using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Orders;

internal sealed class OrderStore(IDbContextFactory<RestaurantDb> databases, Acts acts, OrderPlacing placing, OrderNotices notices, TimeProvider clock)
    : IOrders
{
    // An order finished after midnight belongs to yesterday, and may still have to be called back.
    private static readonly TimeSpan RecentlyClosed = TimeSpan.FromHours(2);

    public async Task<Order?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Orders.AsNoTracking().SingleOrDefaultAsync(order => order.Id == id, cancellationToken);
    }

    public async Task<OrderBoard> BoardAsync(DateOnly day, string? search, CancellationToken cancellationToken)
    {
        var recent = clock.GetUtcNow() - RecentlyClosed;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var all = database.Orders.AsNoTracking().Matching(new(Search: search));
        var orders = new List<Order>();
        var counts = new Dictionary<OrderStatus, int>();
        foreach (var status in Enum.GetValues<OrderStatus>())
        {
            var closed = status is OrderStatus.Completed or OrderStatus.Cancelled;
            var some = closed
                ? all.Where(order => order.Status == status && (order.Day == day || order.UpdatedAt >= recent)).OrderByDescending(order => order.UpdatedAt)
                : all.Where(order => order.Status == status).OrderBy(order => order.CreatedAt);
            var rows = await some.ThenBy(order => order.Id).Take(OrderBoard.Most).ToListAsync(cancellationToken);
            orders.AddRange(rows);
            counts[status] = rows.Count < OrderBoard.Most ? rows.Count : await some.CountAsync(cancellationToken);
        }

        return new(orders, counts);
    }

    public async Task<Page<Order>> PageAsync(OrderFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var orders = database.Orders.AsNoTracking().Matching(filter);
        var rows = await orders.OrderByDescending(order => order.CreatedAt).ThenByDescending(order => order.Id)
            .Skip(skip).Take(take).ToListAsync(cancellationToken);
        return new(rows, await orders.CountAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<Order>> DayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Orders.AsNoTracking().Where(order => order.Day == day)
            .OrderBy(order => order.CreatedAt).ThenBy(order => order.Number).ToListAsync(cancellationToken);
    }

    public async Task<DayFigures> FiguresAsync(DateOnly day, Func<DateTimeOffset, DateTimeOffset> toLocal, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var tally = new DayTally(toLocal);
        var orders = database.Orders.Where(order => order.Day == day).Select(order => new { order.Status, order.CreatedAt, order.TotalMinor, order.Lines });
        await foreach (var order in orders.AsAsyncEnumerable().WithCancellation(cancellationToken))
            tally.Add(order.Status, order.CreatedAt, order.TotalMinor, order.Lines);
        return tally.Figures();
    }

    public async Task<IReadOnlyList<AuditEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.HistoryAsync("orders", id, cancellationToken);
    }

    public Task<Change<Order>> PlaceAsync(NewOrder order, string who, CancellationToken cancellationToken) =>
        acts.RunAsync(who, act => placing.PlaceAsync(act, order, cancellationToken), cancellationToken);

    public Task<Change<Order>> MoveAsync(Guid id, OrderStatus to, int? version, string who, string? why, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, who, async (act, order) =>
        {
            var from = order.Status;
            order.MoveTo(to, act.Now);
            act.Record(Topic.Orders, "orders", id, $"moved order {order.Number} to {Word(to)}", why, Word(from), Word(to));
            await notices.MovedAsync(act, order, from, cancellationToken);
            return $"Order {order.Number} is {Word(to)}.";
        }, cancellationToken);

    public Task<Change<Order>> ReviseAsync(
        Guid id, IReadOnlyList<OrderLine> lines, int version, string who, string? why, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, who, async (act, order) =>
        {
            var before = order.Lines;
            order.Revise(lines, act.Now, act.Who);
            act.Record(Topic.Orders, "orders", id, $"changed order {order.Number} (revision {order.Revision})", why);
            await notices.RevisedAsync(act, order, before, cancellationToken);
            return $"Order {order.Number} is changed; the kitchen sees the difference.";
        }, cancellationToken);

    public Task<Change<Order>> PromiseAsync(
        Guid id, DateTimeOffset? promisedAt, string note, int version, string who, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, who, (act, order) =>
        {
            order.Promise(promisedAt, note, act.Now);
            act.Record(Topic.Orders, "orders", id, $"set the promised time or the note of order {order.Number}");
            return Task.FromResult($"Order {order.Number} is noted.");
        }, cancellationToken);

    public Task<Change<Order>> AcknowledgeAsync(Guid id, int version, string who, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, who, (act, order) =>
        {
            order.Acknowledge(act.Now);
            act.Record(Topic.Orders, "orders", id, $"has seen order {order.Number} (revision {order.Revision})");
            return Task.FromResult($"Order {order.Number} is seen.");
        }, cancellationToken);

    public Task<Change<Order>> FinishAsync(Guid id, string station, int version, string who, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, who, (act, order) =>
        {
            order.Finish(station, act.Now);
            var sentence = order.Status == OrderStatus.Ready ? $"order {order.Number} is ready" : $"order {order.Number}: {station} is done";
            act.Record(Topic.Orders, "orders", id, $"finished {station} of order {order.Number}", after: Word(order.Status));
            return Task.FromResult(char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".");
        }, cancellationToken);

    public Task<Change<Order>> RecallAsync(Guid id, string station, int version, string who, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, who, (act, order) =>
        {
            order.Recall(station, act.Now);
            act.Record(Topic.Orders, "orders", id, $"called {station} of order {order.Number} back");
            return Task.FromResult($"Order {order.Number} is back at {station}.");
        }, cancellationToken);

    private static string Word(OrderStatus status) => status.ToString().ToLowerInvariant();

    private Task<Change<Order>> ChangeAsync(
        Guid id, int? version, string who, Func<Act, Order, Task<string>> change, CancellationToken cancellationToken) =>
        acts.RunAsync(who, async act =>
        {
            if (await act.Database.Orders.SingleOrDefaultAsync(order => order.Id == id, cancellationToken) is not { } order)
                return Change.NotFound<Order>("order");
            return version is not null && version != order.Version
                ? await act.StaleAsync(order, $"order {order.Number}", "orders", id, cancellationToken)
                : Change.Done(order, await change(act, order));
        }, cancellationToken);
}
