using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Database;

/// <summary>Knows by their codes what the databases say when they are away, and remembers when one says that it has no room.</summary>
public sealed class Outages(TimeProvider clock) : IOutages
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadError = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    // Kinds of 10: what SQLite says of a disk that takes no more, where the system does not call it full.
    private const int SqliteWriteError = 778;
    private const int SqliteMemoryMapError = 4874;
    private long fullSince;

    /// <summary>Since when nothing can be written for lack of room; null while there is some, as far as anybody has tried.</summary>
    public DateTimeOffset? FullSince => Volatile.Read(ref fullSince) is var ticks and > 0 ? new(ticks, TimeSpan.Zero) : null;

    public bool IsOutage(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException database && IsOutage(database))
            {
                if (IsFull(database))
                    Interlocked.CompareExchange(ref fullSince, clock.GetUtcNow().UtcTicks, 0);
                return true;
            }
        }

        return false;
    }

    /// <summary>Something was written that needed room.</summary>
    public void HasRoom() => Volatile.Write(ref fullSince, 0);

    internal static bool IsFull(DbException exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.DiskFull,
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteFull || sqlite.SqliteExtendedErrorCode is SqliteWriteError or SqliteMemoryMapError,
        _ => false,
    };

    // Classes of PostgreSQL's codes: 08 the line, 53 room and memory, 57P an operator stops it, 58 the system it runs on.
    private static bool IsOutage(DbException exception) => exception switch
    {
        PostgresException postgres => postgres.IsTransient || postgres.SqlState[..2] is "08" or "53" or "58"
            || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal),
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteReadError or SqliteFull or SqliteCannotOpen,
        _ => exception.IsTransient,
    };
}
