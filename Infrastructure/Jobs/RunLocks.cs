using Microsoft.EntityFrameworkCore;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs;

internal static class RunLocks
{
    /// <summary>
    /// Locks the runs in the order of their ids, in the caller's transaction. A sign of life and a result of the same runs, each taking its rows in an order
    /// of its own, would wait for one another; PostgreSQL then ends one of them.
    /// </summary>
    public static async Task LockRunsAsync(this RestaurantDb database, IEnumerable<Guid> runs, CancellationToken cancellationToken)
    {
        if (database.IsPostgres)
            await database.Database.ExecuteSqlAsync($"SELECT 1 FROM job_runs WHERE \"Id\" = ANY({runs.ToArray()}) ORDER BY \"Id\" FOR UPDATE", cancellationToken);
    }
}
