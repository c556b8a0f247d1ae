using Microsoft.Data.Sqlite;
using Npgsql;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Web.Commands.Bench;

/// <summary>A database and a data folder that are gone afterwards.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string? server;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("restaurant-bench-");
    private readonly string name = $"restaurant_bench_{Guid.NewGuid():N}";

    private BenchDatabase(string? server) => this.server = server;

    public string Folder => folder.FullName;

    public string ConnectionString => server is null
        ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, "restaurant.db"), DefaultTimeout = 30 }.ToString()
        : new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();

    public static async Task<BenchDatabase> CreateAsync(string? server, CancellationToken cancellationToken)
    {
        if (server is not null && !DatabaseRegistration.IsPostgres(server))
            throw new InvalidOperationException("--database names a PostgreSQL server and begins with \"Host=\". Leave it out to measure on SQLite.");
        var database = new BenchDatabase(server);
        if (server is not null)
            await database.ExecuteAsync($"CREATE DATABASE {database.name}", cancellationToken);
        return database;
    }

    /// <summary>Product, version and how durable a commit is.</summary>
    public async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        if (server is null)
            return $"SQLite {new SqliteConnection().ServerVersion}, write-ahead log, synchronous=FULL, on {Folder}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(cancellationToken);
        var settings = new List<string>();
        foreach (var setting in (string[])["fsync", "synchronous_commit", "full_page_writes", "wal_level", "shared_buffers", "max_wal_size"])
        {
            await using var command = new NpgsqlCommand($"SHOW {setting}", connection);
            settings.Add($"{setting}={await command.ExecuteScalarAsync(cancellationToken)}");
        }

        return $"PostgreSQL {connection.PostgreSqlVersion} at {connection.Host}, {string.Join(", ", settings)}";
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        SqliteConnection.ClearAllPools();
        if (server is not null)
            await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", CancellationToken.None);
        folder.Delete(recursive: true);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
