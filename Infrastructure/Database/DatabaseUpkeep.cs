using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;

namespace Restaurant.Infrastructure.Database;

internal sealed class DatabaseUpkeep(IDbContextFactory<RestaurantDb> databases, WriteGate gate) : IDatabaseUpkeep
{
    // Less than this is filled again soon, and rewriting the file keeps writers waiting.
    private const double WorthRewriting = 0.25;

    public async Task<UpkeepResult> RunAsync(bool? rewrite, IJobProgress progress, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        return database.IsPostgres
            ? await PostgresAsync(database, progress, cancellationToken)
            : await SqliteAsync(database, rewrite, progress, cancellationToken);
    }

    private static async Task<UpkeepResult> PostgresAsync(RestaurantDb database, IJobProgress progress, CancellationToken cancellationToken)
    {
        const string Size = "SELECT pg_database_size(current_database()) AS \"Value\"";
        var before = await NumberAsync(database, Size, cancellationToken);
        var tables = database.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var (at, table) in tables.Index())
        {
            progress.Report(100 * at / tables.Count, $"{table}, {at + 1} of {tables.Count}");
            var vacuum = $"VACUUM (ANALYZE) \"{table}\""; // a name of our own model, and no statement takes it as a parameter
            await database.Database.ExecuteSqlRawAsync(vacuum, cancellationToken);
        }

        return new(before, await NumberAsync(database, Size, cancellationToken), $"{tables.Count} tables cleaned, their statistics brought up to date");
    }

    private async Task<UpkeepResult> SqliteAsync(RestaurantDb database, bool? rewrite, IJobProgress progress, CancellationToken cancellationToken)
    {
        await database.Database.OpenConnectionAsync(cancellationToken);
        var page = await NumberAsync(database, "SELECT page_size AS \"Value\" FROM pragma_page_size", cancellationToken);
        var before = page * await PagesAsync();
        using var pass = await gate.EnterAsync(database, cancellationToken);
        progress.Report(10, "bringing statistics up to date");
        await database.Database.ExecuteSqlRawAsync("PRAGMA optimize", cancellationToken);
        var empty = await NumberAsync(database, "SELECT freelist_count AS \"Value\" FROM pragma_freelist_count", cancellationToken) / (double)Math.Max(1, await PagesAsync());
        var rewrites = rewrite ?? empty > WorthRewriting;
        if (rewrites)
        {
            progress.Report(40, string.Create(CultureInfo.InvariantCulture, $"rewriting the file, {empty:P0} of it is empty"));
            await database.Database.ExecuteSqlRawAsync("VACUUM", cancellationToken);
        }

        progress.Report(80, "emptying the write-ahead log");
        await database.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
        return new(before, page * await PagesAsync(), rewrites ? "statistics brought up to date, file rewritten" : "statistics brought up to date, log emptied");

        Task<long> PagesAsync() => NumberAsync(database, "SELECT page_count AS \"Value\" FROM pragma_page_count", cancellationToken);
    }

    private static Task<long> NumberAsync(RestaurantDb database, string sql, CancellationToken cancellationToken) =>
        database.Database.SqlQueryRaw<long>(sql).SingleAsync(cancellationToken);
}
