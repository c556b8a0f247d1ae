using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Database;

/// <summary>Brings the database to this version's model before anything else starts.</summary>
public sealed class DatabaseMigration(IDbContextFactory<RestaurantDb> databases)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        // A process killed in the middle of a migration leaves this lock row behind, and the next start would wait for it for ever.
        // Only one process opens an embedded database, so the row can be nobody else's.
        if (!database.IsPostgres && await HasTableAsync(database, "__EFMigrationsLock", cancellationToken))
            await database.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);

        // The usual start. To find that out, migrating builds the model of the last version a second time.
        if (await IsCurrentAsync(database, cancellationToken))
            return;
        if (await database.UnknownMigrationsAsync(cancellationToken) is { Count: > 0 } unknown)
            throw new UnusableSettingException($"The database belongs to a newer version of the program ({unknown[^1]}). Start that version, or restore the backup taken before the upgrade into an empty place.");

        // On PostgreSQL the first migration would ask for a table that is not there yet and log that as a failure.
        if (database.IsPostgres)
            await database.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);

        await database.Database.MigrateAsync(cancellationToken);
    }

    private static async Task<bool> IsCurrentAsync(RestaurantDb database, CancellationToken cancellationToken)
    {
        var history = database.GetService<IHistoryRepository>();
        if (!await history.ExistsAsync(cancellationToken))
            return false;
        var applied = await history.GetAppliedMigrationsAsync(cancellationToken);
        return database.Database.GetMigrations().SequenceEqual(applied.Select(row => row.MigrationId));
    }

    private static async Task<bool> HasTableAsync(RestaurantDb database, string table, CancellationToken cancellationToken) =>
        await database.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = {table}")
            .SingleAsync(cancellationToken) > 0;
}
