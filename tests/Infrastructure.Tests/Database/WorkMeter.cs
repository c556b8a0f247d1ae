using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Restaurant.Infrastructure.Database;
using Restaurant.Testing;
using SQLitePCL;

namespace Restaurant.Infrastructure.Tests.Database;

/// <summary>
/// Counts what the database does, not how long it takes: on PostgreSQL the rows and index entries it reads in the inbox,
/// on SQLite the hundreds of steps of its machine. It sits on every connection of its node, whichever the pool hands out.
/// </summary>
internal sealed class WorkMeter : DbConnectionInterceptor
{
    private long steps;

    public Node On(TestDatabase database) => Node.On(database, services => services
        .ConfigureDbContext<SqliteRestaurantDb>(options => options.AddInterceptors(this))
        .ConfigureDbContext<PostgresRestaurantDb>(options => options.AddInterceptors(this)));

    public async Task<long> CountAsync(Node node, Func<Task> act)
    {
        var before = await ReadAsync(node);
        await act();
        return await ReadAsync(node) - before;
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (connection is SqliteConnection sqlite)
            raw.sqlite3_progress_handler(sqlite.Handle, 100, _ => (int)(Interlocked.Increment(ref steps) & 0), null);
        return Task.CompletedTask;
    }

    // PostgreSQL keeps what a connection has done to itself for a while, unless it is asked to tell; it tells when its turn is over.
    public override async ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        if (connection is NpgsqlConnection postgres)
        {
            await using var tell = new NpgsqlCommand("SELECT pg_stat_force_next_flush()", postgres);
            await tell.ExecuteNonQueryAsync();
        }

        return result;
    }

    private async Task<long> ReadAsync(Node node)
    {
        await using var database = node.Open();
        if (!database.IsPostgres)
            return Volatile.Read(ref steps);
        return (await database.Database.SqlQueryRaw<long>(
            """
            SELECT (SELECT SUM(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'messages')::bigint
                 + (SELECT seq_tup_read + COALESCE(idx_tup_fetch, 0) FROM pg_stat_user_tables WHERE relname = 'messages') AS "Value"
            """).ToListAsync()).Single();
    }
}
