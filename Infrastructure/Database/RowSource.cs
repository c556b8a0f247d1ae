using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Restaurant.Infrastructure.Database;

/// <summary>
/// Many rows as the table <c>r</c> of one hand-written statement. PostgreSQL gets them as arrays in one round trip;
/// SQLite, which has no wire to save, runs the prepared statement once a row.
/// </summary>
internal sealed class RowSource<TRow>(params RowColumn<TRow>[] columns)
{
    private const string Rows = "{rows}";

    // Within the statement's own transaction. A plan that is kept must do for a table of any size.
    private const string ByIndex = "SELECT set_config('enable_seqscan', 'off', true)";

    /// <param name="sql">Reads from <c>{rows}</c>, named r, with the columns' names. Times in it are given as parameters too.</param>
    public async Task<List<TResult>> QueryAsync<TResult>(
        RestaurantDb database, string sql, IReadOnlyList<TRow> rows, IReadOnlyList<(string Name, object Value)> constants,
        Func<DbDataReader, TResult> read, CancellationToken cancellationToken)
    {
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.Transaction = database.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (name, value) in constants)
            Add(command, name, value is DateTimeOffset time ? database.Stored(time) : value);

        var results = new List<TResult>(rows.Count);
        if (database.IsPostgres)
        {
            command.CommandText = Postgres(sql);
            foreach (var column in columns)
                Add(command, column.Name, column.ToArray(rows));
            await ReadAsync(command, read, results, cancellationToken);
        }
        else
        {
            command.CommandText = sql.Replace(
                Rows, $"(SELECT {string.Join(", ", columns.Select(column => $"@{column.Name} AS {column.Name}"))}) AS r", StringComparison.Ordinal);
            var parameters = columns.Select(column => Add(command, column.Name, DBNull.Value)).ToArray();
            foreach (var row in rows)
            {
                for (var at = 0; at < columns.Length; at++)
                    parameters[at].Value = columns[at].ToStored(row);
                await ReadAsync(command, read, results, cancellationToken);
            }
        }

        return results;
    }

    /// <summary>
    /// The same for a statement so frequent that PostgreSQL's planning would cost more than its work: each connection keeps it prepared.
    /// It must find all it reads by an index.
    /// </summary>
    public async Task<List<TResult>> KeptAsync<TResult>(
        RestaurantDb database, string sql, IReadOnlyList<TRow> rows, IReadOnlyList<(string Name, object Value)> constants,
        Func<DbDataReader, TResult> read, CancellationToken cancellationToken)
    {
        if (database.Database.GetDbConnection() is not NpgsqlConnection connection)
            return await QueryAsync(database, sql, rows, constants, read, cancellationToken);
        await using var batch = Kept(connection, database, sql, rows, constants);
        await batch.PrepareAsync(cancellationToken);

        var results = new List<TResult>(rows.Count);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await ReadAsync(reader, read, results, cancellationToken);
        return results;
    }

    /// <summary>The same on a thread that has nothing else to do: it blocks until the answer is there, which wakes it sooner than one of the pool.</summary>
    public Task<List<TResult>> KeptHereAsync<TResult>(
        RestaurantDb database, string sql, IReadOnlyList<TRow> rows, IReadOnlyList<(string Name, object Value)> constants, Func<DbDataReader, TResult> read)
    {
        if (database.Database.GetDbConnection() is not NpgsqlConnection connection)
            return QueryAsync(database, sql, rows, constants, read, default);
        using var batch = Kept(connection, database, sql, rows, constants);
        batch.Prepare();

        var results = new List<TResult>(rows.Count);
        using var reader = batch.ExecuteReader();
        reader.NextResult();
        while (reader.Read())
            results.Add(read(reader));
        return Task.FromResult(results);
    }

    /// <summary>The statement as a part of one trip together with others; PostgreSQL only.</summary>
    public NpgsqlBatchCommand Command(RestaurantDb database, string sql, IReadOnlyList<TRow> rows, IReadOnlyList<(string Name, object Value)> constants)
    {
        var command = new NpgsqlBatchCommand(Postgres(sql));
        foreach (var (name, value) in constants)
            command.Parameters.Add(new() { ParameterName = name, Value = value is DateTimeOffset time ? database.Stored(time) : value });
        foreach (var column in columns)
            command.Parameters.Add(new() { ParameterName = column.Name, Value = column.ToArray(rows) });
        return command;
    }

    private NpgsqlBatch Kept(
        NpgsqlConnection connection, RestaurantDb database, string sql, IReadOnlyList<TRow> rows, IReadOnlyList<(string Name, object Value)> constants) =>
        new(connection) { BatchCommands = { new(ByIndex), Command(database, sql, rows, constants) } };

    private string Postgres(string sql) => sql.Replace(Rows, $"unnest({Names("@")}) AS r({Names("")})", StringComparison.Ordinal);

    private string Names(string prefix) => string.Join(", ", columns.Select(column => prefix + column.Name));

    private static DbParameter Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
        return parameter;
    }

    private static async Task ReadAsync<TResult>(
        DbCommand command, Func<DbDataReader, TResult> read, List<TResult> results, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await ReadAsync(reader, read, results, cancellationToken);
    }

    private static async Task ReadAsync<TResult>(
        DbDataReader reader, Func<DbDataReader, TResult> read, List<TResult> results, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
            results.Add(read(reader));
    }
}

/// <summary>One column of a <see cref="RowSource{TRow}"/>. Its name is lower case, so that it cannot be mistaken for a table's.</summary>
internal abstract record RowColumn<TRow>(string Name)
{
    public abstract Array ToArray(IReadOnlyList<TRow> rows);

    public abstract object ToStored(TRow row);
}

internal sealed record RowColumn<TRow, TValue>(string Name, Func<TRow, TValue> Value) : RowColumn<TRow>(Name)
{
    public override Array ToArray(IReadOnlyList<TRow> rows)
    {
        var values = new TValue[rows.Count];
        for (var at = 0; at < values.Length; at++)
            values[at] = Value(rows[at]);
        return values;
    }

    public override object ToStored(TRow row) => Value(row) switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.UtcTicks,
        var value => value,
    };
}
