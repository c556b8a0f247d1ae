using System.Runtime.InteropServices;

namespace Restaurant.Pipeline.Footprint;

/// <summary>The memory beside the collector's: the compiler and the embedded database take a lot of it at start and free it again, but only for themselves.</summary>
public static partial class NativeMemory
{
    // Names of glibc's malloc.h.
    private const int TrimThreshold = -1;
    private const int MostArenas = -8;

    /// <summary>
    /// Asks the system's library for a few stores of free memory instead of one for almost every thread, and not to keep more and more in them:
    /// after a start they held 20 to 30 MB that nobody used.
    /// </summary>
    public static void KeepLittle() => Ask(() =>
    {
        _ = Option(MostArenas, 2);
        _ = Option(TrimThreshold, 128 * 1024);
    });

    /// <summary>Gives what is free back to the system, where the system's library can.</summary>
    public static void GiveBack() => Ask(() => _ = Trim(0));

    private static void Ask(Action what)
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            what();
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            // Not glibc (Alpine's musl, for example): it keeps little and gives back by itself.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int Option(int name, int value);

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int Trim(nuint keep);
}
