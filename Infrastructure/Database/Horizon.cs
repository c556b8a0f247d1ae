using Microsoft.EntityFrameworkCore;

namespace Restaurant.Infrastructure.Database;

internal static class Horizon
{
    /// <summary>
    /// One number: every transaction with a lower one has ended. Read in the same statement as the rows, it is true of exactly what the statement sees.
    /// Order it and ask for the first: EF warns of anything else. On SQLite one writes at a time, so nothing is ever in between.
    /// </summary>
    public static IQueryable<long> OldestRunningTransaction(this RestaurantDb database) => database.Database.SqlQueryRaw<long>(
        database.IsPostgres
            ? "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS \"Value\""
            : "SELECT 9223372036854775807 AS \"Value\"");
}
