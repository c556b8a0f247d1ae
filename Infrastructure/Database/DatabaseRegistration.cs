using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Database;

public static class DatabaseRegistration
{
    private const int MostConnections = 40;

    /// <summary>SQLite in the data directory, unless ConnectionStrings:Restaurant begins with "Host=": then PostgreSQL.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = ConnectionString(configuration);
        services.AddSingleton<DatabaseMigration>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<Outages>();
        services.AddSingleton<IOutages>(provider => provider.GetRequiredService<Outages>());
        services.AddHostedService<SpaceWatch>();
        services.AddHostedService<OutageWatch>();
        return IsPostgres(connection)
            ? services.AddContext<PostgresRestaurantDb>(options => options.UseNpgsql(Bounded(connection!)))
            : services.AddContext<SqliteRestaurantDb>(options => options
                .UseSqlite(connection)
                .AddInterceptors(new SqlitePragmas()));
    }

    public static string ConnectionString(IConfiguration configuration) => configuration.GetConnectionString("Restaurant") ?? SqliteFile(configuration);

    /// <returns>Why the connection string cannot be used, without repeating it, because it may hold a password; null when it can.</returns>
    public static string? Problem(IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Restaurant");
        try
        {
            if (IsPostgres(connection))
                _ = new NpgsqlConnectionStringBuilder(connection);
            else if (connection is not null && new SqliteConnectionStringBuilder(connection).DataSource.Length == 0)
                throw new ArgumentException("It names no file.");
            return null;
        }
        catch (ArgumentException exception)
        {
            return $"ConnectionStrings:Restaurant cannot be used: {exception.Message.TrimEnd('.')}. Write \"Host=…;Database=…;Username=…;Password=…\" for PostgreSQL, "
                + "\"Data Source=FILE\" for a file, or leave it out for the database in the data folder.";
        }
    }

    public static bool IsPostgres(string? connection) => connection?.StartsWith("Host=", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The folder for everything the product writes; created when missing.</summary>
    public static string DataDirectory(IConfiguration configuration) =>
        PrivateFolder.Create(configuration["Restaurant:DataDirectory"] ?? "data");

    // A server takes 100 connections by default, and one node must leave some to others: whoever comes in a crowd waits for a free one instead.
    // What we set and lock lasts no longer than its transaction, so a connection that goes back to the pool has nothing to forget; being told to,
    // it would forget the plans of its foreign keys too.
    private static string Bounded(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection) { NoResetOnClose = true };
        settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, MostConnections);
        return settings.ToString();
    }

    private static string SqliteFile(IConfiguration configuration) => new SqliteConnectionStringBuilder
    {
        DataSource = Path.Combine(DataDirectory(configuration), "restaurant.db"),
        DefaultTimeout = 30,
    }.ToString();

    private static IServiceCollection AddContext<TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TContext : RestaurantDb
    {
        // What fails comes to our code as an exception. EF Core's own lines about it, a wall of stack and SQL each, are for who looks for them.
        services.AddPooledDbContextFactory<TContext>(options =>
        {
            options.ConfigureWarnings(log => log
                .Log(
                    (CoreEventId.QueryIterationFailed, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                    (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug), (RelationalEventId.TransactionError, LogLevel.Debug))

                // A test says whether the migrations lag behind the model. Asked again at the very first start, it costs a second model and a comparison.
                .Ignore(RelationalEventId.PendingModelChangesWarning));
            configure(options);
        });
        services.AddSingleton<IDbContextFactory<RestaurantDb>, Factory<TContext>>();

        // Identity's stores ask for a scoped context; everything else takes the factory, because a circuit outlives any scope.
        return services.AddScoped<RestaurantDb>(provider => provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext());
    }

    private sealed class Factory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<RestaurantDb>
        where TContext : RestaurantDb
    {
        public RestaurantDb CreateDbContext() => inner.CreateDbContext();

        public async Task<RestaurantDb> CreateDbContextAsync(CancellationToken cancellationToken) =>
            await inner.CreateDbContextAsync(cancellationToken);
    }
}
