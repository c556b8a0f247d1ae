using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Tests.Database;
using Restaurant.Infrastructure.Tests.Orders;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Reviews;

public sealed class ReviewStoreTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_fixed_item_becomes_an_order_and_the_correction_is_kept(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var item = await scene.ReviewAsync();
        var reviews = scene.Get<IReviews>();

        var decided = await reviews.BecomeOrderAsync(item.Id, [Scene.Bowl, Scene.Rice], item.Version, Scene.Ann, default);

        decided.IsDone.ShouldBeTrue(decided.Sentence);
        var order = (await scene.Get<IOrders>().FindAsync(decided.Value!.ResultId!.Value, default)).ShouldNotBeNull();
        order.TotalMinor.ShouldBe(2600);
        order.DecidedBy.ShouldBe(Scene.Ann);
        (await reviews.CountOpenAsync(default)).ShouldBe(0);
        var verdict = (await reviews.VerdictsAsync(0, 10, default)).Rows.ShouldHaveSingleItem();
        verdict.Corrected.ShouldBeTrue();
        verdict.UnderstoodLines.ShouldHaveSingleItem();
        verdict.DecidedLines.Count.ShouldBe(2);
        verdict.Unmatched[0].Words.ShouldBe("moon soup");
        await using var context = await scene.ContextAsync();
        (await context.Messages.SingleAsync()).Outcome.ShouldBe(MessageOutcome.Order);
    }

    // Counting them is what the page does anyway; sorting them all for the newest forty would be many times as much.
    [Fact]
    public async Task The_newest_decided_of_thousands_are_found_for_little_more_than_counting_them()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var meter = new WorkMeter();
        await using var node = meter.On(database);
        await using (var context = node.Open())
        {
            context.Reviews.AddRange(Enumerable.Range(1, 3_000).Select(at => new ReviewItem
            {
                MessageNumber = at,
                Channel = "web",
                Sender = $"guest {at}",
                Words = "two burgers",
                Reason = "not sure enough",
                Status = ReviewStatus.Filed,
                DecidedAt = DateTimeOffset.UnixEpoch.AddSeconds(at * 7 % 3_000),
            }));
            await context.SaveChangesAsync();
        }

        var counting = await meter.CountAsync(node, async () =>
        {
            await using var context = node.Open();
            (await context.Reviews.CountAsync(item => item.Status != ReviewStatus.Open)).ShouldBe(3_000);
        });
        var reading = await meter.CountAsync(node, async () =>
        {
            var page = await node.Get<IReviews>().PageAsync(new(Open: false, null), 0, 40, default);
            page.Rows.Select(item => item.DecidedAt).ShouldBeInOrder(SortDirection.Descending);
        });

        reading.ShouldBeLessThan(2 * counting, $"counting took {counting}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Two_people_cannot_decide_the_same_item(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var item = await scene.ReviewAsync();
        var reviews = scene.Get<IReviews>();
        await reviews.BecomeEnquiryAsync(item.Id, item.Version, Scene.Ann, default);

        var second = await reviews.BecomeOrderAsync(item.Id, item.Lines, item.Version, "cy", default);

        second.Result.ShouldBe(ChangeResult.Stale);
        await using var context = await scene.ContextAsync();
        (await context.Orders.CountAsync()).ShouldBe(0);
        (await context.Enquiries.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_order_taken_back_and_decided_again_keeps_its_number(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var item = await scene.ReviewAsync();
        var reviews = scene.Get<IReviews>();

        var decided = (await reviews.BecomeOrderAsync(item.Id, item.Lines, item.Version, Scene.Ann, default)).Value!;
        var back = (await reviews.TakeBackAsync(item.Id, decided.Version, Scene.Ann, default)).ShouldSatisfyAllAndReturn();
        back.Status.ShouldBe(ReviewStatus.Open);
        var again = await reviews.BecomeOrderAsync(item.Id, [Scene.Rice], back.Version, Scene.Ann, default);

        again.IsDone.ShouldBeTrue(again.Sentence);
        await using var context = await scene.ContextAsync();
        var order = await context.Orders.SingleAsync();
        order.Status.ShouldBe(OrderStatus.New);
        order.TotalMinor.ShouldBe(300);
        (await context.Verdicts.CountAsync(verdict => verdict.TakenBack)).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_enquiry_and_a_filed_message_can_be_taken_back_and_made_again(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var item = await scene.ReviewAsync();
        var reviews = scene.Get<IReviews>();

        var current = (await reviews.BecomeEnquiryAsync(item.Id, item.Version, Scene.Ann, default)).ShouldSatisfyAllAndReturn();
        current = (await reviews.TakeBackAsync(item.Id, current.Version, Scene.Ann, default)).ShouldSatisfyAllAndReturn();
        current = (await reviews.FileAsync(item.Id, Intent.Offensive, current.Version, Scene.Ann, default)).ShouldSatisfyAllAndReturn();
        current = (await reviews.TakeBackAsync(item.Id, current.Version, Scene.Ann, default)).ShouldSatisfyAllAndReturn();
        current = (await reviews.BecomeEnquiryAsync(item.Id, current.Version, Scene.Ann, default)).ShouldSatisfyAllAndReturn();

        current.Status.ShouldBe(ReviewStatus.BecameEnquiry);
        await using var context = await scene.ContextAsync();
        (await context.Enquiries.CountAsync()).ShouldBe(1);
        (await context.Filed.CountAsync()).ShouldBe(0);
        (await context.Outbox.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_oldest_waits_first(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        await scene.ReviewAsync(minutesAgo: 1);
        var oldest = await scene.ReviewAsync(minutesAgo: 9);

        (await scene.Get<IReviews>().PageAsync(new(), 0, 10, default)).Rows[0].Id.ShouldBe(oldest.Id);
    }
}

internal static class ChangeAssertions
{
    public static T ShouldSatisfyAllAndReturn<T>(this Change<T> change)
        where T : class
    {
        change.IsDone.ShouldBeTrue(change.Sentence);
        return change.Value!;
    }
}
