using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Runs;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Runs;

internal sealed class Traces(IDbContextFactory<RestaurantDb> databases, WriteGate gate) : ITraces
{
    public async Task<int> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);

        // Ids grow with time: the oldest are the first of the primary key.
        var first = TimedIds.FirstOf(before);
        return await database.Runs.Where(run => run.Id.CompareTo(first) < 0).OrderBy(run => run.Id).Take(most).ExecuteDeleteAsync(cancellationToken);
    }
}
