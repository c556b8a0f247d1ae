using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Testing;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>An empty, migrated database of its own; both kinds pass the same tests. Copied from a migrated template, so it costs milliseconds.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static readonly string TemplateFolder = Path.Combine(Path.GetTempPath(), $"restaurant-template-{Environment.ProcessId}");
    private static bool sqliteReady, postgresReady;
    private readonly string? folder;
    private readonly bool keeps;

    private TestDatabase(DatabaseKind kind, string connectionString, string? folder, bool keeps = false) =>
        (Kind, ConnectionString, this.folder, this.keeps) = (kind, connectionString, folder, keeps);

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        await Gate.WaitAsync();
        try
        {
            return kind == DatabaseKind.Sqlite ? await CreateSqliteAsync() : await CreatePostgresAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>On a server that the test may stop; it goes with the server.</summary>
    public static async Task<TestDatabase> CreateAsync(PostgresServer server)
    {
        await server.ExecuteAsync("CREATE DATABASE restaurant");
        await MigrateAsync(server.For("restaurant") + ";Pooling=False");
        return new(DatabaseKind.Postgres, server.For("restaurant"), null, keeps: true);
    }

    /// <summary>SQLite in a folder of the test's own; it goes with the folder.</summary>
    public static async Task<TestDatabase> CreateInAsync(string folder)
    {
        await using var copied = await CreateAsync(DatabaseKind.Sqlite);
        var file = Path.Combine(folder, "restaurant.db");
        File.Copy(Path.Combine(copied.folder!, "restaurant.db"), file);
        return new(DatabaseKind.Sqlite, $"Data Source={file};Default Timeout=30", null, keeps: true);
    }

    /// <summary>A place where no database is yet: a folder without a file, or a database without a table.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("restaurant-test-").FullName;
            return new(kind, $"Data Source={Path.Combine(folder, "restaurant.db")};Default Timeout=30", folder);
        }

        var name = $"test_{Guid.NewGuid():N}";
        await PostgresServer.Shared.ExecuteAsync($"CREATE DATABASE \"{name}\"");
        return new(kind, PostgresServer.Shared.For(name), null);
    }

    /// <summary>Settings that point the product at this database; more may be added.</summary>
    public IConfiguration Configuration(params (string Key, string Value)[] more) => new ConfigurationBuilder()
        .AddInMemoryCollection(more.Append(("ConnectionStrings:Restaurant", ConnectionString))
            .Select(pair => KeyValuePair.Create(pair.Item1, (string?)pair.Item2)))
        .Build();

    public ServiceProvider Services(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddDatabase(Configuration());
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.Sqlite)
            DataFolder.LetGo(ConnectionString);
        if (keeps)
            return;

        if (Kind == DatabaseKind.Postgres)
        {
            var name = new Npgsql.NpgsqlConnectionStringBuilder(ConnectionString).Database;
            await PostgresServer.Shared.ExecuteAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
        }
        else
        {
            Directory.Delete(folder!, recursive: true);
        }
    }

    private static async Task<TestDatabase> CreateSqliteAsync()
    {
        var template = Path.Combine(TemplateFolder, "template.db");
        if (!sqliteReady)
        {
            Directory.CreateDirectory(TemplateFolder);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(TemplateFolder, recursive: true);
            await MigrateAsync($"Data Source={template};Pooling=False");
            sqliteReady = true;
        }

        var folder = Directory.CreateTempSubdirectory("restaurant-test-").FullName;
        var file = Path.Combine(folder, "restaurant.db");
        File.Copy(template, file);
        return new(DatabaseKind.Sqlite, $"Data Source={file};Default Timeout=30", folder);
    }

    private static async Task<TestDatabase> CreatePostgresAsync()
    {
        var server = PostgresServer.Shared;
        if (!postgresReady)
        {
            await server.ExecuteAsync("CREATE DATABASE template_restaurant");
            await MigrateAsync(server.For("template_restaurant") + ";Pooling=False");
            postgresReady = true;
        }

        var name = $"test_{Guid.NewGuid():N}";
        await server.ExecuteAsync($"CREATE DATABASE \"{name}\" TEMPLATE template_restaurant");
        return new(DatabaseKind.Postgres, server.For(name), null);
    }

    private static async Task MigrateAsync(string connectionString)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:Restaurant", (string?)connectionString)]).Build();
        await using var services = new ServiceCollection().AddDatabase(configuration).BuildServiceProvider();
        await using var database = await services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        await database.Database.MigrateAsync();
    }
}
