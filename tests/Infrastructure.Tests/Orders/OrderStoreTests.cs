using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Restaurant.Domain.Live;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Shared;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Orders;

public sealed class OrderStoreTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_placed_order_has_number_total_audit_event_and_notice(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);

        var order = await scene.PlaceAsync();

        (await scene.PlaceAsync()).Number.ShouldBe(order.Number + 1);
        var read = (await scene.Get<IOrders>().FindAsync(order.Id, default)).ShouldNotBeNull();
        read.TotalMinor.ShouldBe(2600);
        read.Lines.ShouldBe(order.Lines, new LineComparer());
        await using var context = await scene.ContextAsync();
        (await context.Audit.CountAsync(entry => entry.Subject == $"orders/{order.Id}" && entry.Who == Scene.Ann)).ShouldBe(1);
        (await context.Events.CountAsync(e => e.SubjectId == order.Id.ToString() && e.Topic == Topic.Orders)).ShouldBe(1);
        (await context.Outbox.CountAsync(notice => notice.Key.StartsWith($"order/{order.Id}"))).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Numbers_stay_unique_when_many_place_at_once(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);

        var orders = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.PlaceAsync()));

        orders.Select(order => order.Number).Distinct().Count().ShouldBe(4);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_two_moves_on_the_same_version_only_the_first_is_done(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var order = await scene.PlaceAsync();
        var orders = scene.Get<IOrders>();

        var first = await orders.MoveAsync(order.Id, OrderStatus.Preparing, order.Version, Scene.Ann, null, default);
        var second = await orders.MoveAsync(order.Id, OrderStatus.Cancelled, order.Version, "cy", null, default);

        first.IsDone.ShouldBeTrue();
        second.Result.ShouldBe(ChangeResult.Stale);
        second.Sentence.ShouldStartWith($"{Scene.Ann} moved order {order.Number} to preparing meanwhile.");
        (await orders.FindAsync(order.Id, default))!.Status.ShouldBe(OrderStatus.Preparing);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Two_writers_at_the_same_time_never_overwrite_each_other(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var order = await scene.PlaceAsync();
        await using var one = await scene.ContextAsync();
        await using var other = await scene.ContextAsync();
        var mine = await one.Orders.SingleAsync(each => each.Id == order.Id);
        var theirs = await other.Orders.SingleAsync(each => each.Id == order.Id);
        mine.MoveTo(OrderStatus.Preparing, DateTimeOffset.UtcNow);
        theirs.MoveTo(OrderStatus.Cancelled, DateTimeOffset.UtcNow);

        await one.SaveChangesAsync();

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_revision_keeps_what_was_before_and_tells_the_room(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var order = await scene.PlaceAsync();

        var changed = await scene.Get<IOrders>().ReviseAsync(order.Id, [Scene.Bowl], order.Version, Scene.Ann, "customer called", default);

        changed.IsDone.ShouldBeTrue(changed.Sentence);
        var read = (await scene.Get<IOrders>().FindAsync(order.Id, default)).ShouldNotBeNull();
        read.Revision.ShouldBe(2);
        read.Earlier.ShouldHaveSingleItem().Lines.Count.ShouldBe(2);
        (await scene.Get<IOrders>().HistoryAsync(order.Id, default))[^1].Why.ShouldBe("customer called");
        await using var context = await scene.ContextAsync();
        (await context.Outbox.CountAsync()).ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_move_that_is_not_allowed_writes_nothing_and_says_why(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var order = await scene.PlaceAsync();

        var refused = await scene.Get<IOrders>().MoveAsync(order.Id, OrderStatus.New, null, Scene.Ann, null, default);

        refused.Result.ShouldBe(ChangeResult.Refused);
        refused.Sentence.ShouldContain("already");
        (await scene.Get<IOrders>().HistoryAsync(order.Id, default)).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Stations_finish_and_recall_and_a_cancellation_waits_to_be_seen(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var orders = scene.Get<IOrders>();
        var order = await scene.PlaceAsync();

        order = (await orders.FinishAsync(order.Id, "cold", order.Version, Scene.Ann, default)).Value!;
        order = (await orders.FinishAsync(order.Id, "grill", order.Version, Scene.Ann, default)).Value!;
        order.Status.ShouldBe(OrderStatus.Ready);
        order = (await orders.RecallAsync(order.Id, "grill", order.Version, Scene.Ann, default)).Value!;
        order.Status.ShouldBe(OrderStatus.Preparing);
        order = (await orders.MoveAsync(order.Id, OrderStatus.Cancelled, order.Version, Scene.Ann, "changed their mind", default)).Value!;
        order.Acknowledged.ShouldBeFalse();
        order = (await orders.AcknowledgeAsync(order.Id, order.Version, Scene.Ann, default)).Value!;
        order.Acknowledged.ShouldBeTrue();
        order.Status.ShouldBe(OrderStatus.Cancelled);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Lists_are_filtered_and_paged(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var orders = scene.Get<IOrders>();
        var first = await scene.PlaceAsync();
        var second = await scene.PlaceAsync();
        await orders.MoveAsync(first.Id, OrderStatus.Completed, null, Scene.Ann, null, default);

        (await orders.PageAsync(new(OrderStatus.Completed), 0, 10, default)).Rows.ShouldHaveSingleItem().Id.ShouldBe(first.Id);
        (await orders.PageAsync(new(Search: $"#{second.Number}"), 0, 10, default)).Rows.ShouldHaveSingleItem().Id.ShouldBe(second.Id);
        (await orders.PageAsync(new(Search: "BOB"), 1, 1, default)).ShouldSatisfyAllConditions(
            page => page.Total.ShouldBe(2), page => page.Rows.ShouldHaveSingleItem().Id.ShouldBe(first.Id));
        (await orders.PageAsync(new(Search: "100%"), 0, 10, default)).Total.ShouldBe(0);
        var board = await orders.BoardAsync(first.Day.AddDays(1), null, default);
        board.Of(OrderStatus.Completed).ShouldHaveSingleItem().Id.ShouldBe(first.Id);
        board.Count(OrderStatus.New).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_numbers_of_a_day_are_counted_while_its_orders_are_read_and_none_is_kept(DatabaseKind kind)
    {
        var reading = new Reading();
        await using var scene = await Scene.OpenAsync(kind, reading);
        var orders = scene.Get<IOrders>();
        for (var at = 0; at < 3; at++)
            await scene.PlaceAsync();
        var cancelled = await scene.PlaceAsync(Scene.Rice);
        await orders.MoveAsync(cancelled.Id, OrderStatus.Cancelled, null, Scene.Ann, null, default);

        var readBefore = new List<int>();
        var ended = reading.Ended;
        var figures = await orders.FiguresAsync(cancelled.Day, Counting, default);

        (figures.Orders, figures.Cancelled, figures.RevenueMinor, figures.AverageMinor).ShouldBe((3, 1, 7800, 2600));
        figures.TopItems.ShouldBe([new("River Bowl", 6), new("Plain Rice", 3)]);
        readBefore.ShouldBe([0, 0, 0]);
        (await orders.FiguresAsync(cancelled.Day.AddDays(1), time => time, default)).Orders.ShouldBe(0);

        DateTimeOffset Counting(DateTimeOffset time)
        {
            readBefore.Add(reading.Ended - ended);
            return time;
        }
    }

    /// <summary>How many readings have come to their end.</summary>
    private sealed class Reading : DbCommandInterceptor
    {
        public int Ended { get; private set; }

        public override ValueTask<InterceptionResult> DataReaderClosingAsync(
            DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
        {
            Ended++;
            return ValueTask.FromResult(result);
        }
    }

    private sealed class LineComparer : IEqualityComparer<OrderLine>
    {
        public bool Equals(OrderLine? x, OrderLine? y) => x is not null && y is not null && OrderDiff.KeyOf(x) == OrderDiff.KeyOf(y) && x.TotalMinor == y.TotalMinor;

        public int GetHashCode(OrderLine obj) => OrderDiff.KeyOf(obj).GetHashCode(StringComparison.Ordinal);
    }
}
