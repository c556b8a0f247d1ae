using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs;

/// <summary>Who hears of the end of a run: listeners of the live events of what failed for good, and the webhook where the run asks for it.</summary>
internal sealed class RunNotices(JobCatalog catalog)
{
    public async Task<Topic> AddAsync(RestaurantDb database, List<AttemptResult> settled, CancellationToken cancellationToken)
    {
        var bad = settled.Where(result => result.State.IsBad).ToList();
        database.Events.AddRange(bad.Select(result => new LiveEvent(
            0, Topic.Jobs, $"{result.Run.Id}", $"{catalog.NameOf(result.Run.JobKey)} failed and waits for a person: {result.Error}", result.FinishedAt)));
        var told = settled.Where(JobNotices.IsTold).Select(result => JobNotices.Of(result, catalog.NameOf(result.Run.JobKey))).ToList();
        database.Outbox.AddRange(told);
        if (bad.Count + told.Count > 0)
            await database.SaveChangesAsync(cancellationToken);
        return told.Count > 0 ? Topic.Outbox : Topic.None;
    }
}
