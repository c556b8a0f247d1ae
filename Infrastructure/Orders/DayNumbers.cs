using Microsoft.EntityFrameworkCore;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Orders;

/// <summary>Hands out the running numbers of a day: 1, 2, 3 …</summary>
public static class DayNumbers
{
    /// <summary>Called late in the transaction of the orders, which holds the day's row until it ends.</summary>
    /// <returns>The first of <paramref name="count"/> numbers in a row. Rolled back with the transaction, so that no number is lost.</returns>
    public static async Task<int> TakeAsync(RestaurantDb database, DateOnly day, int count, CancellationToken cancellationToken)
    {
        var last = await database.Database.SqlQuery<int>($"""
            INSERT INTO day_numbers ("Day", "Last") VALUES ({day}, {count})
            ON CONFLICT ("Day") DO UPDATE SET "Last" = day_numbers."Last" + excluded."Last"
            RETURNING "Last" AS "Value"
            """).ToListAsync(cancellationToken);
        return last[0] - count + 1;
    }

    /// <summary>
    /// The same before the transaction of the orders, so that several batches are written side by side; what is not used then stays a gap.
    /// It does not wait for the disk: the orders' own commit takes it there, and without that commit nobody has seen the number.
    /// PostgreSQL only.
    /// </summary>
    public static async Task<int> ReserveAsync(RestaurantDb database, DateOnly day, int count, CancellationToken cancellationToken)
    {
        var last = await database.Database.SqlQuery<int>($"""
            INSERT INTO day_numbers ("Day", "Last") VALUES ({day}, {count})
            ON CONFLICT ("Day") DO UPDATE SET "Last" = day_numbers."Last" + excluded."Last"
            RETURNING "Last" + length(set_config('synchronous_commit', 'off', true)) * 0 AS "Value"
            """).ToListAsync(cancellationToken);
        return last[0] - count + 1;
    }
}
