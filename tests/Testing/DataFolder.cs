using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Testing;

/// <summary>A folder for the data of a program of a test's own; it goes with the test, and the embedded database in it.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("restaurant-data-");

    public string FullName => folder.FullName;

    public void Dispose()
    {
        LetGo(DatabaseRegistration.ConnectionString(new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Restaurant:DataDirectory", (string?)FullName)]).Build()));
        folder.Delete(recursive: true);
    }

    /// <summary>Closes the connections that wait in the pool of this database: its own alone, other tests are at work on theirs.</summary>
    internal static void LetGo(string sqlite)
    {
        using var connection = new SqliteConnection(sqlite);
        SqliteConnection.ClearPool(connection);
    }
}
