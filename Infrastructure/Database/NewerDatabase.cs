using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Restaurant.Infrastructure.Database;

public static class NewerDatabase
{
    /// <summary>What a newer version of the program has done to the database and this one knows nothing of; empty where they fit.</summary>
    public static async Task<IReadOnlyList<string>> UnknownMigrationsAsync(this RestaurantDb database, CancellationToken cancellationToken) =>
        await database.GetService<IHistoryRepository>().ExistsAsync(cancellationToken)
            ? [.. (await database.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(database.Database.GetMigrations())]
            : [];
}
