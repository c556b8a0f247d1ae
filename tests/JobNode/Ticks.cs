using Npgsql;
using Restaurant.Domain.Jobs;

namespace Restaurant.JobNode;

/// <summary>A row for every time that a job's code really ran, kept apart from the product's own tables.</summary>
public sealed class Ticks(string connectionString)
{
    public async Task MakeTableAsync() => await ExecuteAsync(
        "CREATE TABLE test_ticks (run uuid NOT NULL, attempt int NOT NULL, planned timestamptz NOT NULL, process int NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp())");

    public async Task AddAsync(IJobProgress progress) => await ExecuteAsync(
        "INSERT INTO test_ticks (run, attempt, planned, process) VALUES ($1, $2, $3, $4)",
        progress.RunId, progress.Attempt, progress.ScheduledAt.UtcDateTime, Environment.ProcessId);

    public async Task<IReadOnlyList<Ticked>> ReadAsync()
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand("SELECT run, attempt, process, at FROM test_ticks ORDER BY at", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var ticks = new List<Ticked>();
        while (await reader.ReadAsync())
            ticks.Add(new(reader.GetGuid(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetDateTime(3)));
        return ticks;
    }

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }
}

public sealed record Ticked(Guid Run, int Attempt, int Process, DateTime At);

/// <summary>Leaves a row and is done.</summary>
public sealed class Tick(Ticks ticks) : Job<NoArguments>, IDefinedJob
{
    public static JobDefinition Definition { get; } = new("test/tick", "Tick", "For tests.") { Concurrency = 100 };

    public override async Task<string> RunAsync(NoArguments arguments, IJobProgress progress, CancellationToken cancellationToken)
    {
        await ticks.AddAsync(progress);
        return "ticked";
    }
}

/// <summary>Leaves a row, and in its first attempt goes on for minutes: long enough to be killed in the middle.</summary>
public sealed class LongTick(Ticks ticks) : Job<NoArguments>, IDefinedJob
{
    public static JobDefinition Definition { get; } = new("test/long-tick", "Long tick", "For tests.");

    public override async Task<string> RunAsync(NoArguments arguments, IJobProgress progress, CancellationToken cancellationToken)
    {
        await ticks.AddAsync(progress);
        if (progress.Attempt == 1)
            await Task.Delay(TimeSpan.FromMinutes(5), cancellationToken);
        return "ticked";
    }
}
