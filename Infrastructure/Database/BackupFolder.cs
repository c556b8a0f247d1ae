using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Restaurant.Infrastructure.Settings;

namespace Restaurant.Infrastructure.Database;

/// <summary>
/// A copy of everything the restaurant knows, in one folder: the database as it was at one moment, and the key file without which its secrets
/// stay closed. Written while the program runs, read back into an empty place.
/// </summary>
public sealed class BackupFolder(IConfiguration configuration)
{
    private const string SqliteCopy = "restaurant.db";
    private const string PostgresCopy = "restaurant.dump";
    private readonly string connection = DatabaseRegistration.ConnectionString(configuration);

    private string SqliteFile => Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);

    /// <exception cref="BackupException">It could not be written; the words say what to do.</exception>
    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new BackupException($"{folder} holds something already. Name a new folder for each backup.");
        PrivateFolder.Create(folder);

        if (DatabaseRegistration.IsPostgres(connection))
            await RunAsync("pg_dump", ["--format=custom", "--no-owner", $"--file={Path.Combine(folder, PostgresCopy)}"], cancellationToken);
        else
            await CopySqliteAsync(Path.Combine(folder, SqliteCopy), cancellationToken);
        if (MasterKey.PathIn(configuration) is { } key && File.Exists(key))
            File.Copy(key, Path.Combine(folder, Path.GetFileName(key)));
    }

    /// <exception cref="BackupException">It could not be read back; nothing that was there before is touched.</exception>
    public async Task ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var isPostgres = DatabaseRegistration.IsPostgres(connection);
        var copy = Path.Combine(folder, isPostgres ? PostgresCopy : SqliteCopy);
        if (!File.Exists(copy))
            throw new BackupException($"{copy} does not exist. A backup goes back to the kind of database it was taken from.");
        if (isPostgres)
        {
            await RefuseFullAsync(cancellationToken);
            await RunAsync("pg_restore", ["--no-owner", "--exit-on-error", "--single-transaction", "--dbname", new NpgsqlConnectionStringBuilder(connection).Database!, copy], cancellationToken);
        }
        else
        {
            if (File.Exists(SqliteFile))
                throw new BackupException($"{SqliteFile} exists. Stop the program and move the file away, with those beside it that begin with the same name; then restore again.");
            Directory.CreateDirectory(Path.GetDirectoryName(SqliteFile)!);
            File.Copy(copy, SqliteFile);
        }

        if (MasterKey.PathIn(configuration) is { } key && Path.Combine(folder, Path.GetFileName(key)) is var kept && File.Exists(kept))
            File.Copy(kept, key, overwrite: true);
    }

    private async Task CopySqliteAsync(string target, CancellationToken cancellationToken)
    {
        if (!File.Exists(SqliteFile))
            throw new BackupException($"There is no database at {SqliteFile}. Name the folder of the data with --data.");
        await using var database = new SqliteConnection(new SqliteConnectionStringBuilder(connection) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await database.OpenAsync(cancellationToken);
        await using var copy = database.CreateCommand();

        // One read of one moment, whatever is written meanwhile; unlike a copied file it needs no log beside it.
        copy.CommandText = "VACUUM INTO $target";
        copy.Parameters.AddWithValue("$target", target);
        copy.CommandTimeout = 0;
        await copy.ExecuteNonQueryAsync(cancellationToken);

        await using var written = new SqliteConnection($"Data Source={target};Mode=ReadOnly;Pooling=False");
        await written.OpenAsync(cancellationToken);
        await using var check = written.CreateCommand();
        check.CommandText = "PRAGMA quick_check";
        if (await check.ExecuteScalarAsync(cancellationToken) is not "ok")
            throw new BackupException($"The copy {target} is damaged. Check the disk, then take another one.");
    }

    private async Task RefuseFullAsync(CancellationToken cancellationToken)
    {
        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync(cancellationToken);
        await using var count = new NpgsqlCommand("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'", database);
        if (await count.ExecuteScalarAsync(cancellationToken) is not 0L)
            throw new BackupException($"The database {database.Database} is not empty. Make a new one (createdb), name it in ConnectionStrings:Restaurant, then restore again.");
    }

    private Task RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        PostgresTool.RunAsync(program, arguments, new(connection), cancellationToken);
}

/// <summary>A backup or its return did not succeed.</summary>
public sealed class BackupException(string words, Exception? cause = null) : Exception(words, cause);
