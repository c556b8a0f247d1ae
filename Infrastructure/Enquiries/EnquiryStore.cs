using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Live;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Orders;
using Restaurant.Infrastructure.Reviews;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Enquiries;

internal sealed class EnquiryStore(IDbContextFactory<RestaurantDb> databases, Acts acts, OrderPlacing placing, ChangeFeed changes) : IEnquiries
{
    public async Task<Enquiry?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Enquiries.AsNoTracking().SingleOrDefaultAsync(enquiry => enquiry.Id == id, cancellationToken);
    }

    public async Task<Page<Enquiry>> PageAsync(EnquiryFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var enquiries = database.Enquiries.AsNoTracking()
            .Containing(filter.Search, enquiry => enquiry.Sender, enquiry => enquiry.Words, enquiry => enquiry.Answer);
        if (filter.Status is { } status)
            enquiries = enquiries.Where(enquiry => enquiry.Status == status);

        var ordered = filter.Status == EnquiryStatus.Open
            ? enquiries.OrderBy(enquiry => enquiry.CreatedAt).ThenBy(enquiry => enquiry.Id)
            : enquiries.OrderByDescending(enquiry => enquiry.CreatedAt).ThenByDescending(enquiry => enquiry.Id);
        var rows = await ordered.Skip(skip).Take(take).ToListAsync(cancellationToken);
        return new(rows, await enquiries.CountAsync(cancellationToken));
    }

    public async Task<EnquiryCounts> CountAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var counts = await database.Enquiries.GroupBy(enquiry => enquiry.Status, (status, all) => new { status, count = all.Count() })
            .ToDictionaryAsync(row => row.status, row => row.count, cancellationToken);
        return new(
            counts.GetValueOrDefault(EnquiryStatus.Open), counts.GetValueOrDefault(EnquiryStatus.Answered), counts.GetValueOrDefault(EnquiryStatus.Done));
    }

    public async Task<IReadOnlyList<AuditEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.HistoryAsync("enquiries", id, cancellationToken);
    }

    public async Task KeepTypedAsync(Guid id, string text, string who, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var typist = text.Length == 0 ? "" : who;
        await database.Enquiries.Where(enquiry => enquiry.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(enquiry => enquiry.Typed, text).SetProperty(enquiry => enquiry.TypedBy, typist), cancellationToken);
        changes.Publish(Topic.Enquiries);
    }

    public Task<Change<Enquiry>> AnswerAsync(Guid id, string answer, int version, string who, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, who, (act, enquiry) =>
        {
            var before = enquiry.Answer.Length == 0 ? null : enquiry.Answer;
            enquiry.Reply(answer.Trim(), act.Who);
            act.Record(Topic.Enquiries, "enquiries", id, $"answered the enquiry of {enquiry.Sender}", before: before, after: enquiry.Answer);
            return "The answer is kept.";
        }, cancellationToken);

    public Task<Change<Enquiry>> CloseAsync(Guid id, int version, string who, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, who, (act, enquiry) =>
        {
            enquiry.Close(act.Now);
            act.Record(Topic.Enquiries, "enquiries", id, $"marked the enquiry of {enquiry.Sender} as done");
            return "The enquiry is done.";
        }, cancellationToken);

    public Task<Change<Enquiry>> ReopenAsync(Guid id, int version, string who, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, who, (act, enquiry) =>
        {
            enquiry.Reopen();
            act.Record(Topic.Enquiries, "enquiries", id, $"opened the enquiry of {enquiry.Sender} again");
            return "The enquiry is open again.";
        }, cancellationToken);

    public Task<Change<Enquiry>> BecomeOrderAsync(
        Guid id, IReadOnlyList<OrderLine> lines, int version, string who, CancellationToken cancellationToken) =>
        acts.RunAsync(who, async act =>
        {
            if (await act.Database.Enquiries.SingleOrDefaultAsync(enquiry => enquiry.Id == id, cancellationToken) is not { } enquiry)
                return Change.NotFound<Enquiry>("enquiry");
            if (enquiry.Version != version)
                return await act.StaleAsync(enquiry, "this enquiry", "enquiries", id, cancellationToken);
            var placed = await placing.PlaceAsync(
                act, new(enquiry.Channel, enquiry.Sender, enquiry.Words, lines, enquiry.MessageNumber), cancellationToken);
            if (!placed.IsDone)
                return Change.Refused(enquiry, placed.Sentence);
            enquiry.Close(act.Now, placed.Value.Id);
            act.Record(Topic.Enquiries, "enquiries", id, $"turned the enquiry of {enquiry.Sender} into order {placed.Value.Number}");
            act.Judge(enquiry.MessageNumber, enquiry.Words, Intent.Enquiry, Intent.Order, lines);
            return Change.Done(enquiry, placed.Sentence);
        }, cancellationToken);

    private Task<Change<Enquiry>> ChangeAsync(
        Guid id, int version, string who, Func<Act, Enquiry, string> change, CancellationToken cancellationToken) =>
        acts.RunAsync(who, async act =>
        {
            if (await act.Database.Enquiries.SingleOrDefaultAsync(enquiry => enquiry.Id == id, cancellationToken) is not { } enquiry)
                return Change.NotFound<Enquiry>("enquiry");
            return version != enquiry.Version
                ? await act.StaleAsync(enquiry, "this enquiry", "enquiries", id, cancellationToken)
                : Change.Done(enquiry, change(act, enquiry));
        }, cancellationToken);
}
