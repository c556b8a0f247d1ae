using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Restaurant.Infrastructure.Database;

/// <summary>
/// Rows of several tables for the running transaction, written in the order in which they were added. PostgreSQL takes few of them in one trip,
/// by statements that each connection keeps prepared: to begin and end a COPY for each table costs more trips than a message has rows.
/// </summary>
internal sealed class Inserts(RestaurantDb database)
{
    public const int Few = 64;
    private readonly List<Part> parts = [];

    public void Add<T>(IReadOnlyList<T> rows)
        where T : class => Add(rows.Count, stop => database.BulkInsertAsync(rows, stop), () => database.InsertCommands(rows));

    /// <param name="write">Writes them alone.</param>
    /// <param name="commands">The same as a part of one trip; PostgreSQL only.</param>
    public void Add(int rows, Func<CancellationToken, Task> write, Func<IEnumerable<NpgsqlBatchCommand>> commands)
    {
        if (rows > 0)
            parts.Add(new(rows, write, commands));
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (database.Database.GetDbConnection() is NpgsqlConnection connection && parts.Sum(part => part.Rows) <= Few)
        {
            await WriteTogetherAsync(connection, cancellationToken);
            return;
        }

        foreach (var part in parts)
            await part.WriteAsync(cancellationToken);
    }

    private async Task WriteTogetherAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in parts.SelectMany(part => part.Commands()))
            batch.BatchCommands.Add(command);
        if (batch.BatchCommands.Count == 0)
            return;
        await batch.PrepareAsync(cancellationToken);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Part(int Rows, Func<CancellationToken, Task> WriteAsync, Func<IEnumerable<NpgsqlBatchCommand>> Commands);
}
