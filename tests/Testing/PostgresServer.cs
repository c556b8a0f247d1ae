using System.Diagnostics;
using Npgsql;

namespace Restaurant.Testing;

/// <summary>A throw-away PostgreSQL on 127.0.0.1: one for each test process, gone with it, or one of a test's own, which it may stop and start.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly Lazy<PostgresServer> One = new(() =>
    {
        var server = new PostgresServer(null);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    });

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"restaurant-pg-{Guid.NewGuid():N}");
    private readonly string data;
    private readonly string[] command;
    private TiedProcess server;

    private PostgresServer(string? disk, params string[] more)
    {
        Directory.CreateDirectory(folder);
        data = Path.Combine(disk ?? folder, "data");
        var port = FreePort.Lasting();
        Own(folder);
        if (disk is not null)
            Own(disk);
        Run([.. AsPostgres, Binary("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", .. more]);
        command = [.. AsPostgres, Binary("postgres"), "-D", data, "-p", $"{port}",
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "max_connections=300", "-c", "checkpoint_timeout=1h"];
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Maximum Pool Size=50";
        server = Start();
    }

    public static PostgresServer Shared => One.Value;

    public string ConnectionString { get; }

    // The server refuses to run as root.
    private static string[] AsPostgres => Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : [];

    /// <param name="disk">Where its data lie. Its log of changes lies elsewhere, as it does on machines that were set up with care.</param>
    public static PostgresServer OfItsOwn(string? disk = null)
    {
        if (disk is null)
            return new(null);
        var log = Path.Combine(Path.GetTempPath(), $"restaurant-wal-{Guid.NewGuid():N}");
        return new(disk, "-X", log, "--wal-segsize=1") { Log = log };
    }

    private string? Log { get; init; }

    public string For(string database) => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ToString();

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var execute = new NpgsqlCommand(sql, connection);
        await execute.ExecuteNonQueryAsync();
    }

    /// <param name="mode">"fast" ends every connection in order, "immediate" leaves as if the power went.</param>
    public void Stop(string mode) => Run([.. AsPostgres, Binary("pg_ctl"), "stop", "-D", data, "-m", mode, "-w"]);

    public void StartAgain()
    {
        server.Dispose();
        server = Start();
    }

    public void Dispose()
    {
        server.Dispose();
        foreach (var place in new[] { data, folder, Log })
        {
            if (Directory.Exists(place))
                Directory.Delete(place, recursive: true);
        }
    }

    private static void Own(string place)
    {
        if (Environment.UserName == "root")
            Run(["chown", "postgres:postgres", place]);
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

    private TiedProcess Start()
    {
        var started = new TiedProcess(Path.Combine(folder, "log"), command);
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
                connection.Open();
                return started;
            }
            catch (NpgsqlException) when (watch.Elapsed < TimeSpan.FromSeconds(30) && !started.HasExited)
            {
                Thread.Sleep(20);
            }
        }
    }
}
