namespace Restaurant.Infrastructure.Database;

/// <summary>Folders for customers' words and keys: one that we make is nobody's but the account's that runs the program.</summary>
internal static class PrivateFolder
{
    /// <returns>The whole path. A folder that is there already keeps the rights that it has.</returns>
    public static string Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path).FullName
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
