using Microsoft.EntityFrameworkCore;

namespace Restaurant.Infrastructure.Database;

internal static class Horizon
{
    /// <summary>Every transaction with a lower number has ended. On SQLite one writes at a time, so nothing is ever in between.</summary>
    public static async Task<long> OldestRunningTransactionAsync(this RestaurantDb database, CancellationToken cancellationToken) => database.IsPostgres
        ? await database.Database
            .SqlQueryRaw<long>("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS \"Value\"")
            .SingleAsync(cancellationToken)
        : long.MaxValue;
}
