using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Shared;

/// <summary>
/// Limits that hold for all nodes together, counted in PostgreSQL by its clock, in a table that is not logged: after a crash of the server all
/// begin anew. The embedded database has one node, which counts by itself.
/// </summary>
public sealed class SharedAllowances(IDbContextFactory<RestaurantDb> databases)
{
    private const int CleanEvery = 500;
    private int taken;

    /// <summary>Takes as many as are left, at most <paramref name="many"/>.</summary>
    /// <param name="key">Kept as a hash: names and addresses of strangers are nobody's business.</param>
    /// <param name="window">Begins with the first that is taken.</param>
    public async Task<Grant> TakeAsync(string key, int many, int limit, TimeSpan window, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (Interlocked.Increment(ref taken) % CleanEvery == 0)
            await database.Database.ExecuteSqlAsync($"""DELETE FROM allowances WHERE "Until" < clock_timestamp() - interval '1 minute'""", cancellationToken);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        var count = await database.Database.SqlQuery<Count>(
            $"""
            INSERT INTO allowances AS a ("Key", "Used", "Until") VALUES ({hash}, {many}, clock_timestamp() + {window})
            ON CONFLICT ("Key") DO UPDATE SET
              "Used" = CASE WHEN a."Until" <= clock_timestamp() THEN {many} ELSE a."Used" + {many} END,
              "Until" = CASE WHEN a."Until" <= clock_timestamp() THEN clock_timestamp() + {window} ELSE a."Until" END
            RETURNING "Used", greatest(0, extract(epoch FROM "Until" - clock_timestamp()))::double precision AS "Seconds"
            """).ToListAsync(cancellationToken);
        var before = count[0].Used - many;
        return new((int)Math.Clamp(limit - before, 0, many), TimeSpan.FromSeconds(count[0].Seconds));
    }

    private sealed record Count(long Used, double Seconds);
}

/// <param name="Left">How long the stretch of time still lasts, and with it what was granted.</param>
public sealed record Grant(int Granted, TimeSpan Left);
