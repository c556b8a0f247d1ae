using Microsoft.EntityFrameworkCore;

namespace Restaurant.Infrastructure.Database;

public sealed class SqliteRestaurantDb(DbContextOptions<SqliteRestaurantDb> options) : RestaurantDb(options)
{
    public override bool IsPostgres => false;
}
