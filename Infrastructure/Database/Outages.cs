using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Database;

/// <summary>Knows by their codes what the databases say when they are away, and remembers when one does not answer or says that it has no room.</summary>
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
    private Absence? absence;
    private int untold;

    /// <summary>Null while the database answers, as far as anybody has tried.</summary>
    public Absence? Away => Volatile.Read(ref absence);

    /// <summary>Since when nothing can be written for lack of room; null while there is some, as far as anybody has tried.</summary>
    public DateTimeOffset? FullSince => Volatile.Read(ref fullSince) is var ticks and > 0 ? new(ticks, TimeSpan.Zero) : null;

    public bool IsOutage(Exception? exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException database && IsOutage(database))
            {
                Note(database);
                return true;
            }
        }

        return false;
    }

    /// <summary>Something was written that needed room.</summary>
    public void HasRoom() => Volatile.Write(ref fullSince, 0);

    /// <summary>Narrower than an outage: away or without room, which is said in the log for all together. That others hold a lock is not.</summary>
    public bool IsUnavailable(Exception exception)
    {
        if (DatabaseCause(exception) is not { } cause || !IsOutage(cause) || !(IsFull(cause) || IsAway(cause)))
            return false;
        Note(cause);
        return true;
    }

    /// <summary>The line holds, but no answer came in time: the database froze, or a statement takes too long.</summary>
    public static bool IsTimeout(Exception exception) => DatabaseCause(exception)?.InnerException is TimeoutException;

    /// <summary>In one line.</summary>
    public static string Why(Exception exception)
    {
        var cause = DatabaseCause(exception) ?? exception;
        return cause.InnerException is null ? FirstLine(cause.Message) : $"{FirstLine(cause.Message)}: {FirstLine(cause.GetBaseException().Message)}";
    }

    public void Answers() => Volatile.Write(ref absence, null);

    /// <summary>A line about the absence is not written.</summary>
    public void LeaveOut() => Interlocked.Increment(ref untold);

    /// <summary>How many lines were left out since the last time this was asked.</summary>
    public int TakeUntold() => Interlocked.Exchange(ref untold, 0);

    internal static bool IsFull(DbException exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.DiskFull,
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteFull || sqlite.SqliteExtendedErrorCode is SqliteWriteError or SqliteMemoryMapError,
        _ => false,
    };

    private static bool IsAway(DbException exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState[..2] is "08" or "58" || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal)
            || postgres.SqlState == PostgresErrorCodes.TooManyConnections,
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteReadError or SqliteCannotOpen,
        _ => exception.IsTransient,
    };

    private void Note(DbException exception)
    {
        if (IsFull(exception))
            Interlocked.CompareExchange(ref fullSince, clock.GetUtcNow().UtcTicks, 0);
        else if (IsAway(exception) && Away is null)
            Interlocked.CompareExchange(ref absence, new(clock.GetUtcNow(), Why(exception)), null);
    }

    private static DbException? DatabaseCause(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException database)
                return database;
        }

        return null;
    }

    public static string FirstLine(string words) => words.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? words[..end] : words;

    // Classes of PostgreSQL's codes: 08 the line, 53 room and memory, 57P an operator stops it, 58 the system it runs on.
    private static bool IsOutage(DbException exception) => exception switch
    {
        PostgresException postgres => postgres.IsTransient || postgres.SqlState[..2] is "08" or "53" or "58"
            || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal),
        SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteReadError or SqliteFull or SqliteCannotOpen,
        _ => exception.IsTransient,
    };
}
