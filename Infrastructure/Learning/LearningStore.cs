using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Learning;
using Restaurant.Domain.Live;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Learning;

internal sealed class LearningStore(IDbContextFactory<RestaurantDb> databases, Acts acts) : ILearning
{
    // More than this teaches nothing new and would make a training long.
    private const int MostVerdicts = 20_000;

    public async Task<IReadOnlyList<Verdict>> VerdictsAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var newest = await Standing(database).Where(verdict => verdict.DecidedAt <= until)
            .OrderByDescending(verdict => verdict.DecidedAt).ThenByDescending(verdict => verdict.Id).Take(MostVerdicts).ToListAsync(cancellationToken);
        newest.Reverse();
        return newest;
    }

    public async Task<Page<Verdict>> DisagreementsAsync(int skip, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var corrected = Standing(database).Where(verdict => verdict.Corrected);
        return new(
            await corrected.OrderByDescending(verdict => verdict.DecidedAt).ThenByDescending(verdict => verdict.Id)
                .Skip(skip).Take(take).ToListAsync(cancellationToken),
            await corrected.CountAsync(cancellationToken));
    }

    public Task<Change<Verdict>> TeachAsync(Lesson lesson, string who, CancellationToken cancellationToken) =>
        acts.RunAsync(who, act =>
        {
            if (string.IsNullOrWhiteSpace(lesson.Text))
                return Task.FromResult(Change.Refused<Verdict>(null, "There is no message to learn from. Type one first."));
            if (lesson.Intent == Intent.Order && lesson.Lines.Count == 0)
                return Task.FromResult(Change.Refused<Verdict>(null, "An order needs at least one line. Add a dish, or choose another intent."));

            var verdict = new Verdict
            {
                Words = lesson.Text,
                UnderstoodIntent = lesson.UnderstoodIntent,
                Confidence = lesson.Confidence,
                UnderstoodLines = lesson.UnderstoodLines,
                Unmatched = lesson.Unmatched,
                DecidedIntent = lesson.Intent,
                DecidedLines = lesson.Lines,
                DecidedBy = act.Who,
                DecidedAt = act.Now,
                Corrected = lesson.Intent != lesson.UnderstoodIntent || OrderDiff.Between(lesson.UnderstoodLines, lesson.Lines).Count > 0,
            };
            act.Database.Verdicts.Add(verdict);
            act.Record(Topic.Learning, "learning", verdict.Id, "taught what a message means");
            return Task.FromResult(Change.Done(verdict, "Kept as an example. The classifier learns from it at its next training."));
        }, cancellationToken);

    public Task<Change<Verdict>> ForgetExampleAsync(Guid verdict, string who, CancellationToken cancellationToken) =>
        acts.RunAsync(who, async act =>
        {
            // What was decided about a customer's message is taken back where it was decided.
            var example = await act.Database.Verdicts.SingleOrDefaultAsync(one => one.Id == verdict && one.MessageNumber == 0, cancellationToken);
            if (example is null)
                return Change.NotFound<Verdict>("example");
            if (example.TakenBack)
                return Change.Refused(example, "The example is forgotten already.");
            example.TakenBack = true;
            act.Record(Topic.Learning, "learning", verdict, "took back what a message means");
            return Change.Done(example, "The example is forgotten.");
        }, cancellationToken);

    public async Task<IReadOnlyList<Training>> TrainingsAsync(int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Set<Training>().AsNoTracking().OrderByDescending(training => training.At).Take(take).ToListAsync(cancellationToken);
    }

    public async Task<Training?> InUseAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Set<Training>().AsNoTracking().Where(training => training.Replaced)
            .OrderByDescending(training => training.At).FirstOrDefaultAsync(cancellationToken);
    }

    public Task<Change<Training>> AddTrainingAsync(Training training, string who, CancellationToken cancellationToken) =>
        acts.RunAsync(who, act =>
        {
            act.Database.Add(training);
            act.Record(Topic.Learning, "learning", training.Id, $"trained the classifier: {training.Summary}");
            return Task.FromResult(Change.Done(training, training.Summary));
        }, cancellationToken);

    public async Task<IReadOnlyList<DismissedAlias>> DismissedAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Set<DismissedAlias>().AsNoTracking().ToListAsync(cancellationToken);
    }

    public Task<Change<DismissedAlias>> DismissAsync(string item, string words, string who, CancellationToken cancellationToken) =>
        acts.RunAsync(who, async act =>
        {
            var known = await act.Database.Set<DismissedAlias>().SingleOrDefaultAsync(one => one.Item == item && one.Words == words, cancellationToken);
            if (known is not null)
                return Change.Done(known, "It was dismissed already.");
            var dismissed = new DismissedAlias { Item = item, Words = words, By = act.Who, At = act.Now };
            act.Database.Add(dismissed);
            act.Record(Topic.Learning, "learning", dismissed.Id, $"dismissed “{words}” as another name of {item}");
            return Change.Done(dismissed, $"“{words}” will not be proposed for {item} again.");
        }, cancellationToken);

    public Task<Change<DismissedAlias>> ProposeAgainAsync(Guid dismissed, string who, CancellationToken cancellationToken) =>
        acts.RunAsync(who, async act =>
        {
            if (await act.Database.Set<DismissedAlias>().SingleOrDefaultAsync(one => one.Id == dismissed, cancellationToken) is not { } known)
                return Change.Refused<DismissedAlias>(null, "It is proposed again already.");
            act.Database.Remove(known);
            act.Record(Topic.Learning, "learning", known.Id, $"proposes “{known.Words}” as another name of {known.Item} again");
            return Change.Done(known, $"“{known.Words}” is proposed for {known.Item} again.");
        }, cancellationToken);

    private static IQueryable<Verdict> Standing(RestaurantDb database) => database.Verdicts.AsNoTracking().Where(verdict => !verdict.TakenBack);
}
