using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs;

internal sealed class JobNodes(IDbContextFactory<RestaurantDb> databases, TimeProvider clock) : IJobNodes
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<JobNode>> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var since = clock.GetUtcNow() - Remembered;
        return await database.JobNodes.AsNoTracking().Where(node => node.SeenAt > since).OrderByDescending(node => node.SeenAt).ToListAsync(cancellationToken);
    }

    public async Task BeatAsync(JobNode node, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var known = await database.JobNodes.AsNoTracking().AnyAsync(seen => seen.Name == node.Name, cancellationToken);
        database.Entry(node).State = known ? EntityState.Modified : EntityState.Added;
        await database.SaveChangesAsync(cancellationToken);
        if (known)
            return;

        // A new node is the moment to forget those that are gone.
        var before = clock.GetUtcNow() - Remembered;
        await database.JobNodes.Where(gone => gone.SeenAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
