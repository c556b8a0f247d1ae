using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Restaurant.Testing;
using SQLitePCL;

namespace Restaurant.Infrastructure.Tests.Database;

/// <summary>
/// Counts what the database does, not how long it takes: on PostgreSQL the rows and index entries it reads in the inbox,
/// on SQLite the hundreds of steps of its machine. The node must not be started, so that all goes over one connection.
/// </summary>
internal sealed class WorkMeter(Node node)
{
    private long steps;

    public async Task<long> CountAsync(Func<Task> act)
    {
        var before = await ReadAsync();
        await act();
        return await ReadAsync() - before;
    }

    private async Task<long> ReadAsync()
    {
        await using var database = node.Open();
        if (database.IsPostgres)
        {
            // What a connection has done is told when it is asked for, and read in the next transaction.
            await database.Database.ExecuteSqlRawAsync("SELECT pg_stat_force_next_flush()");
            return (await database.Database.SqlQueryRaw<long>(
                """
                SELECT (SELECT SUM(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'messages')::bigint
                     + (SELECT seq_tup_read + COALESCE(idx_tup_fetch, 0) FROM pg_stat_user_tables WHERE relname = 'messages') AS "Value"
                """).ToListAsync()).Single();
        }

        var connection = (SqliteConnection)database.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
            await database.Database.OpenConnectionAsync();
        raw.sqlite3_progress_handler(connection.Handle, 100, _ => (int)(Interlocked.Increment(ref steps) & 0), null);
        return Volatile.Read(ref steps);
    }
}
