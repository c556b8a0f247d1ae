using System.Diagnostics;

namespace Restaurant.Testing;

/// <summary>A disk of a few megabytes in memory, which can be filled up.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("restaurant-disk-");

    private SmallDisk()
    {
    }

    public string Folder => folder.FullName;

    private string Filler => Path.Combine(Folder, "filler");

    /// <returns>Null where this user may not mount a disk.</returns>
    public static SmallDisk? TryCreate(int megabytes)
    {
        var disk = new SmallDisk();
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=755", "tmpfs", disk.Folder))
            return disk;
        disk.folder.Delete();
        return null;
    }

    /// <summary>To the last page.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var piece = new byte[4096]; ;)
                filler.Write(piece);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose()
    {
        Run("umount", "--lazy", Folder);
        folder.Delete(recursive: true);
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
