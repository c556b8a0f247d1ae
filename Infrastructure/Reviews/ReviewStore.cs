using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Orders;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Reviews;

internal sealed class ReviewStore(IDbContextFactory<RestaurantDb> databases, Acts acts, OrderPlacing placing, OrderNotices notices) : IReviews
{
    public async Task<int> CountOpenAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Reviews.CountAsync(item => item.Status == ReviewStatus.Open, cancellationToken);
    }

    public async Task<Page<ReviewItem>> PageAsync(ReviewFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var all = database.Reviews.AsNoTracking();

        // Two conditions instead of one that compares: so the index on what is open is used.
        var items = (filter.Open ? all.Where(item => item.Status == ReviewStatus.Open) : all.Where(item => item.Status != ReviewStatus.Open))
            .Containing(filter.Search, item => item.Sender, item => item.Words);
        var ordered = filter.Open
            ? items.OrderBy(item => item.CreatedAt).ThenBy(item => item.Id)
            : items.OrderByDescending(item => item.DecidedAt).ThenByDescending(item => item.Id);
        return new(await ordered.Skip(skip).Take(take).ToListAsync(cancellationToken), await items.CountAsync(cancellationToken));
    }

    public async Task<ReviewItem?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Reviews.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
    }

    public async Task<Page<Verdict>> VerdictsAsync(int skip, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var verdicts = database.Verdicts.AsNoTracking().Where(verdict => !verdict.TakenBack);
        var rows = await verdicts.OrderByDescending(verdict => verdict.DecidedAt).ThenByDescending(verdict => verdict.Id)
            .Skip(skip).Take(take).ToListAsync(cancellationToken);
        return new(rows, await verdicts.CountAsync(cancellationToken));
    }

    public Task<Change<ReviewItem>> BecomeOrderAsync(
        Guid id, IReadOnlyList<OrderLine> lines, int version, string who, CancellationToken cancellationToken) =>
        DecideAsync(id, version, who, async (act, item) =>
        {
            var placed = await placing.PlaceAsync(act, new(item.Channel, item.Sender, item.Words, lines, item.MessageNumber), cancellationToken);
            if (!placed.IsDone)
                return Change.Refused(item, placed.Sentence);
            item.Decide(ReviewStatus.BecameOrder, placed.Value.Id, act.Who, act.Now);
            act.Record(Topic.Reviews, "reviews", id, $"decided that {item.Sender}'s message is order {placed.Value.Number}");
            act.Judge(item, Intent.Order, lines);
            return Change.Done(item, placed.Sentence);
        }, cancellationToken);

    public Task<Change<ReviewItem>> BecomeEnquiryAsync(Guid id, int version, string who, CancellationToken cancellationToken) =>
        DecideAsync(id, version, who, async (act, item) =>
        {
            var unknown = item.Unmatched.Count == 0 ? "" : $", asks for {string.Join(", ", item.Unmatched.Select(phrase => phrase.Words))}";
            var enquiry = new Enquiry
            {
                MessageNumber = item.MessageNumber,
                Channel = item.Channel,
                Sender = item.Sender,
                Words = item.Words,
                Reason = $"{act.Who} decided so{unknown}",
                CreatedAt = act.Now,
            };
            act.Database.Enquiries.Add(enquiry);
            await act.NotifyAsync(Notices.ForEnquiry(enquiry, act.Now), cancellationToken);
            await act.DecideMessageAsync(item.MessageNumber, MessageOutcome.Enquiry, Intent.Enquiry, $"enquiry, decided by {act.Who}", cancellationToken);
            item.Decide(ReviewStatus.BecameEnquiry, enquiry.Id, act.Who, act.Now);
            act.Record(Topic.Enquiries, "enquiries", enquiry.Id, $"opened an enquiry for {item.Sender}");
            act.Record(Topic.Reviews, "reviews", id, $"decided that {item.Sender}'s message is an enquiry");
            act.Judge(item, Intent.Enquiry);
            return Change.Done(item, "It is an enquiry now.");
        }, cancellationToken);

    public Task<Change<ReviewItem>> FileAsync(Guid id, Intent intent, int version, string who, CancellationToken cancellationToken) =>
        DecideAsync(id, version, who, async (act, item) =>
        {
            if (intent is not (Intent.Miscellaneous or Intent.Offensive))
                return Change.Refused(item, "File a message as miscellaneous or offensive; anything else is an order or an enquiry.");
            var filed = new FiledMessage
            {
                MessageNumber = item.MessageNumber,
                Intent = intent,
                Channel = item.Channel,
                Sender = item.Sender,
                Words = item.Words,
                Reason = $"{act.Who} decided so",
                CreatedAt = act.Now,
            };
            act.Database.Filed.Add(filed);
            await act.NotifyAsync(Notices.ForFiled(filed, act.Now), cancellationToken);
            var outcome = intent == Intent.Offensive ? MessageOutcome.Offensive : MessageOutcome.Miscellaneous;
            var word = outcome.ToString().ToLowerInvariant();
            await act.DecideMessageAsync(item.MessageNumber, outcome, intent, $"{word}, decided by {act.Who}", cancellationToken);
            item.Decide(ReviewStatus.Filed, filed.Id, act.Who, act.Now);
            act.Record(Topic.Filing, "filed", filed.Id, $"filed {item.Sender}'s message as {word}");
            act.Record(Topic.Reviews, "reviews", id, $"decided that {item.Sender}'s message is {word}");
            act.Judge(item, intent);
            return Change.Done(item, intent == Intent.Offensive ? "It is in quarantine." : "It is filed.");
        }, cancellationToken);

    public Task<Change<ReviewItem>> TakeBackAsync(Guid id, int version, string who, CancellationToken cancellationToken) =>
        DecideAsync(id, version, who, async (act, item) =>
        {
            if (item.Status == ReviewStatus.Open)
                return Change.Refused(item, "Nothing has been decided here yet.");
            if (await TakeResultBackAsync(act, item, cancellationToken) is { } why)
                return Change.Refused(item, why);
            var verdicts = act.Database.Verdicts.Where(verdict => verdict.MessageNumber == item.MessageNumber && !verdict.TakenBack);
            await foreach (var verdict in verdicts.AsAsyncEnumerable().WithCancellation(cancellationToken))
                verdict.TakenBack = true;
            item.TakeBack();
            await act.DecideMessageAsync(item.MessageNumber, MessageOutcome.Review, item.Intent, item.Reason, cancellationToken);
            act.Record(Topic.Reviews, "reviews", id, $"took the decision about {item.Sender}'s message back");
            return Change.Done(item, "The decision is taken back.");
        }, cancellationToken);

    // Returns why not; null when it is done.
    private async Task<string?> TakeResultBackAsync(Act act, ReviewItem item, CancellationToken cancellationToken)
    {
        switch (item.Status)
        {
            case ReviewStatus.BecameOrder when await act.Database.Orders.FindAsync([item.ResultId], cancellationToken) is { } order:
                if (order.Status is OrderStatus.Ready or OrderStatus.Completed)
                    return $"Order {order.Number} is {order.Status.ToString().ToLowerInvariant()} already. Cancel it on the board if it must not go out.";
                if (order.Status == OrderStatus.Cancelled)
                    return null;
                var from = order.Status;
                order.MoveTo(OrderStatus.Cancelled, act.Now);
                act.Record(Topic.Orders, "orders", order.Id, $"cancelled order {order.Number}", "the decision was taken back");
                await notices.MovedAsync(act, order, from, cancellationToken);
                return null;
            case ReviewStatus.BecameEnquiry when await act.Database.Enquiries.FindAsync([item.ResultId], cancellationToken) is { } enquiry:
                if (enquiry.Status != EnquiryStatus.Open)
                    return "The enquiry is answered already. Reopen it there.";
                act.Database.Enquiries.Remove(enquiry);
                act.Touch(Topic.Enquiries);
                return null;
            case ReviewStatus.Filed when await act.Database.Filed.FindAsync([item.ResultId], cancellationToken) is { } filed:
                if (filed.Status != FiledStatus.Filed)
                    return $"{filed.DecidedBy} has made something else of it meanwhile.";
                act.Database.Filed.Remove(filed);
                act.Touch(Topic.Filing);
                return null;
            default:
                return null;
        }
    }

    private Task<Change<ReviewItem>> DecideAsync(
        Guid id, int version, string who, Func<Act, ReviewItem, Task<Change<ReviewItem>>> decide, CancellationToken cancellationToken) =>
        acts.RunAsync(who, async act =>
        {
            if (await act.Database.Reviews.SingleOrDefaultAsync(item => item.Id == id, cancellationToken) is not { } item)
                return Change.NotFound<ReviewItem>("review item");
            return version != item.Version
                ? await act.StaleAsync(item, "this item", "reviews", id, cancellationToken)
                : await decide(act, item);
        }, cancellationToken);
}
