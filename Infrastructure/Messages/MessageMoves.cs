using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Messages;

internal sealed class MessageMoves(IDbContextFactory<RestaurantDb> databases, Acts acts, ChangeFeed changes) : IMessageMoves
{
    public async Task<MessageStanding> FindAsync(long number, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return new(
            await database.Orders.AsNoTracking().SingleOrDefaultAsync(order => order.MessageNumber == number, cancellationToken),
            await database.Reviews.AsNoTracking().SingleOrDefaultAsync(review => review.MessageNumber == number, cancellationToken),
            await database.Enquiries.AsNoTracking().SingleOrDefaultAsync(enquiry => enquiry.MessageNumber == number, cancellationToken),
            await database.Filed.AsNoTracking().SingleOrDefaultAsync(filed => filed.MessageNumber == number, cancellationToken));
    }

    public Task<Change<Enquiry>> FileAsync(Guid enquiry, Intent intent, string who, CancellationToken cancellationToken) =>
        LeaveAsync(enquiry, who, async (act, left) =>
        {
            // A message is filed at most once: one that had been filed before goes back to where it lay.
            var filed = await act.Database.Filed.SingleOrDefaultAsync(known => known.MessageNumber == left.MessageNumber, cancellationToken);
            if (filed is not null)
            {
                filed.TakeBack(intent, act.Who);
            }
            else
            {
                filed = new()
                {
                    MessageNumber = left.MessageNumber,
                    Intent = intent,
                    Channel = left.Channel,
                    Sender = left.Sender,
                    Words = left.Words,
                    Reason = $"{act.Who} decided so",
                    CreatedAt = act.Now,
                };
                act.Database.Filed.Add(filed);
            }

            var outcome = intent == Intent.Offensive ? MessageOutcome.Offensive : MessageOutcome.Miscellaneous;
            var word = outcome.ToString().ToLowerInvariant();
            await act.DecideMessageAsync(left.MessageNumber, outcome, intent, $"{word}, decided by {act.Who}", cancellationToken);
            act.Record(Topic.Filing, "filed", filed.Id, $"filed {left.Sender}'s enquiry as {word}");
            return $"It is filed as {word}.";
        }, cancellationToken);

    public Task<Change<Enquiry>> ReviewAsync(
        Guid enquiry, MessageContext understood, string reason, string who, CancellationToken cancellationToken) =>
        LeaveAsync(enquiry, who, async (act, left) =>
        {
            var review = new ReviewItem
            {
                MessageNumber = left.MessageNumber,
                Channel = left.Channel,
                Sender = left.Sender,
                Words = left.Words,
                Reason = reason,
                Intent = Intent.Order,
                Confidence = understood.Decision?.Confidence ?? 0,
                Lines = understood.Priced.Lines,
                Unmatched = understood.Reading.Unmatched,
                CreatedAt = act.Now,
            };
            act.Database.Reviews.Add(review);
            await act.DecideMessageAsync(left.MessageNumber, MessageOutcome.Review, Intent.Order, reason, cancellationToken);
            act.Record(Topic.Reviews, "reviews", review.Id, $"put {left.Sender}'s enquiry up for review as an order");
            return "It waits in the review queue: the lines are to be decided.";
        }, cancellationToken);

    public async Task KeepAsync(Run run, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.Runs.Add(run);
        await database.SaveChangesAsync(cancellationToken);
        changes.Publish(Topic.Messages);
    }

    private Task<Change<Enquiry>> LeaveAsync(Guid id, string who, Func<Act, Enquiry, Task<string>> move, CancellationToken cancellationToken) =>
        acts.RunAsync(who, async act =>
        {
            if (await act.Database.Enquiries.SingleOrDefaultAsync(enquiry => enquiry.Id == id, cancellationToken) is not { } enquiry)
                return Change.NotFound<Enquiry>("enquiry");
            if (enquiry.Status != EnquiryStatus.Open)
                return Change.Refused(enquiry, "The enquiry has been answered or closed. Open it again first.");
            enquiry.Close(act.Now);
            act.Touch(Topic.Enquiries);
            return Change.Done(enquiry, await move(act, enquiry));
        }, cancellationToken);
}
