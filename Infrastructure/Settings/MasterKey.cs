using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Settings;

/// <summary>
/// What the key ring itself is encrypted with, kept outside the database, so that a stolen copy of the database opens nothing.
/// Restaurant:Key where it is set (all nodes need the same); else, with the embedded database, a file beside it that only this user may read.
/// </summary>
internal sealed class MasterKey
{
    private const int KeyBytes = 32;
    private const int Iterations = 200_000;
    private readonly Lazy<byte[]?> key;

    public MasterKey(IConfiguration configuration)
    {
        key = new(() => Find(configuration));
        Exists = configuration["Restaurant:Key"] is { Length: > 0 } || PathIn(configuration) is not null;
    }

    /// <summary>
    /// False on PostgreSQL without Restaurant:Key: nodes have no other place in common. Told by the configuration alone: a file that is missing
    /// must be noticed at the start before anybody's question makes a new one.
    /// </summary>
    public bool Exists { get; }

    public byte[] Value => key.Value ?? throw new CryptographicException("This node has no master key. Set Restaurant:Key to the value the other nodes have.");

    private static byte[]? Find(IConfiguration configuration)
    {
        if (configuration["Restaurant:Key"] is { Length: > 0 } words)
            return Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(words), "restaurant key ring"u8, Iterations, HashAlgorithmName.SHA256, KeyBytes);
        return PathIn(configuration) is { } file ? FromFile(file) : null;
    }

    /// <summary>Where the key file is, or would be; null where the key comes from the configuration, or where there is none.</summary>
    internal static string? PathIn(IConfiguration configuration) =>
        configuration["Restaurant:Key"] is { Length: > 0 } || DatabaseRegistration.IsPostgres(configuration.GetConnectionString("Restaurant"))
            ? null
            : Path.Combine(Folder(configuration), "master.key");

    private static string Folder(IConfiguration configuration) =>
        configuration.GetConnectionString("Restaurant") is { } connection
            ? Path.GetDirectoryName(Path.GetFullPath(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connection).DataSource))!
            : DatabaseRegistration.DataDirectory(configuration);

    private static byte[] FromFile(string file)
    {
        if (!File.Exists(file))
        {
            // Written whole under another name first: a process killed here leaves no half key behind.
            var fresh = $"{file}.{Guid.NewGuid():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(fresh, options))
                stream.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            try
            {
                File.Move(fresh, file);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(fresh); // another process was first; its key counts
            }
        }

        var key = File.ReadAllBytes(file);
        return key.Length == KeyBytes
            ? key
            : throw new CryptographicException($"{file} is damaged. Restore it from a backup, or delete it and enter the secrets again.");
    }
}
