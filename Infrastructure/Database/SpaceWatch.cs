using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Restaurant.Infrastructure.Database;

/// <summary>While the database has said that its disk is full, looks every second whether there is room again, so that nobody need send a message to find out.</summary>
internal sealed partial class SpaceWatch(Outages outages, IDbContextFactory<RestaurantDb> databases, TimeProvider clock, ILogger<SpaceWatch> logger)
    : BackgroundService
{
    // More than one batch needs: with less, the disk would be full again at once.
    private const int Enough = 2 * 1024 * 1024;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        var told = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (outages.FullSince is null)
                continue;
            if (!told)
                Log.Full(logger);
            told = true;
            if (!await HasRoomAsync(stoppingToken))
                continue;
            outages.HasRoom();
            told = false;
            Log.HasRoom(logger);
        }
    }

    private async Task<bool> HasRoomAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            if (database.IsPostgres)
                await WriteToPostgresAsync(database, cancellationToken);
            else
                await WriteBesideAsync(database.Database.GetConnectionString()!, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is DbException or IOException)
        {
            Log.StillFull(logger, exception);
            return false;
        }
    }

    // A table of its own that nobody else sees, taken back before it is anything: its pages are written to the same disk all the same.
    private static async Task WriteToPostgresAsync(RestaurantDb database, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync(
            $"CREATE TEMP TABLE space ON COMMIT DROP AS SELECT repeat('x', 1000) AS words FROM generate_series(1, {Enough / 1000})", cancellationToken);
        await transaction.RollbackAsync(cancellationToken);
    }

    private static async Task WriteBesideAsync(string connectionString, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource + ".space";
        try
        {
            await File.WriteAllBytesAsync(file, new byte[Enough], cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The database's disk is full: nothing new is taken until there is room. What was acknowledged is safe.")]
        public static partial void Full(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "The database has room again; work goes on.")]
        public static partial void HasRoom(ILogger logger);

        [LoggerMessage(LogLevel.Debug, "The database has no room yet.")]
        public static partial void StillFull(ILogger logger, Exception exception);
    }
}
