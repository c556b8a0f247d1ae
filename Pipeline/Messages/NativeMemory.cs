using System.Runtime.InteropServices;

namespace Restaurant.Pipeline.Messages;

/// <summary>The memory beside the collector's: the compiler and the embedded database take a lot of it at start and free it again, but only for themselves.</summary>
internal static partial class NativeMemory
{
    /// <summary>Gives what is free back to the system, where the system's library can.</summary>
    public static void GiveBack()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = Trim(0);
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            // Not glibc (Alpine's musl, for example): it gives back by itself.
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int Trim(nuint keep);
}
