using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Orders;
using Restaurant.Infrastructure.Reviews;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Filing;

internal sealed class FiledMessageStore(IDbContextFactory<RestaurantDb> databases, Acts acts, OrderPlacing placing) : IFiledMessages
{
    public async Task<FiledMessage?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Filed.AsNoTracking().SingleOrDefaultAsync(filed => filed.Id == id, cancellationToken);
    }

    public async Task<Page<FiledMessage>> PageAsync(FiledFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var messages = database.Filed.AsNoTracking().Where(filed => filed.Intent == filter.Intent && filed.Status == FiledStatus.Filed);
        if (filter.MessageNumber is { } number)
            messages = messages.Where(filed => filed.MessageNumber == number);
        messages = filter.Intent == Intent.Offensive
            ? messages.Containing(filter.Search, filed => filed.Sender)
            : messages.Containing(filter.Search, filed => filed.Sender, filed => filed.Words);

        var rows = await messages.OrderByDescending(filed => filed.CreatedAt).ThenByDescending(filed => filed.Id)
            .Skip(skip).Take(take).ToListAsync(cancellationToken);
        return new(rows, await messages.CountAsync(cancellationToken));
    }

    public Task<Change<FiledMessage>> BecomeEnquiryAsync(Guid id, int version, string who, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, who, async (act, filed) =>
        {
            // A message has at most one enquiry: one that was filed away is opened again, and its room has heard of it already.
            var enquiry = await act.Database.Enquiries.SingleOrDefaultAsync(known => known.MessageNumber == filed.MessageNumber, cancellationToken);
            if (enquiry is not null)
            {
                enquiry.Reopen();
            }
            else
            {
                enquiry = new()
                {
                    MessageNumber = filed.MessageNumber,
                    Channel = filed.Channel,
                    Sender = filed.Sender,
                    Words = filed.Words,
                    Reason = $"{act.Who} decided so",
                    CreatedAt = act.Now,
                };
                act.Database.Enquiries.Add(enquiry);
                await act.NotifyAsync(Notices.ForEnquiry(enquiry, act.Now), cancellationToken);
            }

            filed.Become(FiledStatus.BecameEnquiry, enquiry.Id, act.Who);
            await act.DecideMessageAsync(filed.MessageNumber, MessageOutcome.Enquiry, Intent.Enquiry, $"enquiry, decided by {act.Who}", cancellationToken);
            act.Record(Topic.Enquiries, "enquiries", enquiry.Id, $"opened an enquiry for {filed.Sender}");
            act.Record(Topic.Filing, "filed", id, $"turned {filed.Sender}'s message into an enquiry");
            act.Judge(filed.MessageNumber, filed.Words, filed.Intent, Intent.Enquiry);
            return Change.Done(filed, "It is an enquiry now.");
        }, cancellationToken);

    public Task<Change<FiledMessage>> TakeEnquiryBackAsync(Guid id, int version, string who, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, who, async (act, filed) =>
        {
            if (filed.Status != FiledStatus.BecameEnquiry)
                return Change.Refused(filed, "It is no enquiry any more.");
            var enquiry = await act.Database.Enquiries.SingleAsync(made => made.Id == filed.ResultId, cancellationToken);
            if (enquiry.Status != EnquiryStatus.Open)
                return Change.Refused(filed, "The enquiry has been answered or closed. Open it again first.");
            if (enquiry.Typed.Length > 0)
                return Change.Refused(filed, $"{enquiry.TypedBy} is writing an answer to it.");

            enquiry.Close(act.Now);
            filed.TakeBack(filed.Intent, act.Who);
            await act.TakeNewestVerdictBackAsync(filed.MessageNumber, cancellationToken);
            await act.DecideMessageAsync(filed.MessageNumber, OutcomeOf(filed.Intent), filed.Intent, filed.Reason, cancellationToken);
            act.Record(Topic.Enquiries, "enquiries", enquiry.Id, $"took {filed.Sender}'s message back: it is no enquiry");
            act.Record(Topic.Filing, "filed", id, $"filed {filed.Sender}'s message again");
            return Change.Done(filed, "It is filed again.");
        }, cancellationToken);

    public Task<Change<FiledMessage>> BecomeOrderAsync(
        Guid id, IReadOnlyList<OrderLine> lines, int version, string who, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, who, async (act, filed) =>
        {
            var placed = await placing.PlaceAsync(act, new(filed.Channel, filed.Sender, filed.Words, lines, filed.MessageNumber), cancellationToken);
            if (!placed.IsDone)
                return Change.Refused(filed, placed.Sentence);
            filed.Become(FiledStatus.BecameOrder, placed.Value.Id, act.Who);
            act.Record(Topic.Filing, "filed", id, $"turned {filed.Sender}'s message into order {placed.Value.Number}");
            act.Judge(filed.MessageNumber, filed.Words, filed.Intent, Intent.Order, lines);
            return Change.Done(filed, placed.Sentence);
        }, cancellationToken);

    public Task<Change<FiledMessage>> MoveAsync(Guid id, Intent intent, int version, string who, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, who, async (act, filed) =>
        {
            var before = filed.Intent;
            filed.Move(intent, act.Who);
            var outcome = OutcomeOf(intent);
            var word = outcome.ToString().ToLowerInvariant();
            await act.DecideMessageAsync(filed.MessageNumber, outcome, intent, $"{word}, decided by {act.Who}", cancellationToken);
            act.Record(Topic.Filing, "filed", id, $"moved {filed.Sender}'s message to {word}");
            act.Judge(filed.MessageNumber, filed.Words, before, intent);
            return Change.Done(filed, intent == Intent.Offensive ? "It is in quarantine." : "It is out of quarantine.");
        }, cancellationToken);

    private static MessageOutcome OutcomeOf(Intent intent) =>
        intent == Intent.Offensive ? MessageOutcome.Offensive : MessageOutcome.Miscellaneous;

    private Task<Change<FiledMessage>> ChangeAsync(
        Guid id, int version, string who, Func<Act, FiledMessage, Task<Change<FiledMessage>>> change, CancellationToken cancellationToken) =>
        acts.RunAsync(who, async act =>
        {
            if (await act.Database.Filed.SingleOrDefaultAsync(filed => filed.Id == id, cancellationToken) is not { } filed)
                return Change.NotFound<FiledMessage>("message");
            return version != filed.Version
                ? await act.StaleAsync(filed, "this message", "filed", id, cancellationToken)
                : await change(act, filed);
        }, cancellationToken);
}
