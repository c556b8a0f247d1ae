using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Restaurant.Infrastructure.Database;

Console.WriteLine("Start-up project of dotnet-ef; run .ci/migrations/add instead.");

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteRestaurantDb>
{
    public SqliteRestaurantDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteRestaurantDb>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresRestaurantDb>
{
    public PostgresRestaurantDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresRestaurantDb>().UseNpgsql("Host=127.0.0.1").Options);
}
