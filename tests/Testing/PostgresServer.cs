using System.Diagnostics;
using Npgsql;

namespace Restaurant.Testing;

/// <summary>A throw-away PostgreSQL on 127.0.0.1, one for each test process, gone with it.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly Lazy<PostgresServer> One = new(() => new PostgresServer());
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"restaurant-pg-{Guid.NewGuid():N}");
    private readonly TiedProcess server;

    private PostgresServer()
    {
        Directory.CreateDirectory(folder);
        var port = FreePort.Next();
        var data = Path.Combine(folder, "data");
        Run([.. AsPostgres(), Binary("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        server = new TiedProcess(Path.Combine(folder, "log"), [.. AsPostgres(), Binary("postgres"), "-D", data, "-p", $"{port}",
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "max_connections=300"]);
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Maximum Pool Size=50";
        WaitUntilItAnswers();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    public static PostgresServer Shared => One.Value;

    public string ConnectionString { get; }

    public string For(string database) => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ToString();

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        server.Dispose();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    // The server refuses to run as root.
    private string[] AsPostgres()
    {
        if (Environment.UserName != "root")
            return [];
        Run(["chown", "postgres:postgres", folder]);
        return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"];
    }

    private static string Binary(string name) =>
        Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "bin", name)).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException($"PostgreSQL's {name} is not installed. Run tests/run once: it installs what the tests need.");

    private static void Run(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"Could not start {command[0]}.");
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} failed: {errors.Result}");
    }

    private void WaitUntilItAnswers()
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var connection = new NpgsqlConnection(ConnectionString);
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (watch.Elapsed < TimeSpan.FromSeconds(30) && !server.HasExited)
            {
                Thread.Sleep(20);
            }
        }
    }
}
