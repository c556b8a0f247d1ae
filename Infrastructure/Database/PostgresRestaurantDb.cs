using Microsoft.EntityFrameworkCore;

namespace Restaurant.Infrastructure.Database;

public sealed class PostgresRestaurantDb(DbContextOptions<PostgresRestaurantDb> options) : RestaurantDb(options)
{
    public override bool IsPostgres => true;
}
