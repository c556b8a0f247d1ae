using System.Globalization;
using System.Runtime.InteropServices;

namespace Restaurant.Pipeline.Footprint;

/// <summary>
/// The pages of assemblies that lie in this process's memory, each file twice: once as it is, once laid out to be run. A start goes through far more of
/// them than are used afterwards, and the system brings each with its neighbours.
/// </summary>
internal static partial class MappedFiles
{
    private const int NotNeededNow = 4; // MADV_DONTNEED
    private const string Mappings = "/proc/self/smaps";

    /// <summary>
    /// Lets go of those that are as they are in their file and that nobody can write to. The system keeps them as long as it has room, and whatever is
    /// used again is there with the next look at it, for a microsecond or two.
    /// </summary>
    public static void LetGo()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Mappings))
            return;

        // Of assemblies alone, because those that are loaded for good are never unmapped: of anything else the address might by now be somebody's memory.
        var assemblies = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic && !assembly.IsCollectible)
            .Select(assembly => assembly.Location).Where(File.Exists).Distinct().ToDictionary(path => path, path => new FileInfo(path).Length);
        foreach (var (start, length) in Unchanged(File.ReadLines(Mappings), assemblies).ToList())
            _ = Advise(start, length, NotNeededNow); // a refusal leaves things as they are
    }

    /// <param name="lines">As the system writes them: a line for each mapping, each followed by what there is to know about it.</param>
    /// <param name="files">With the length of each.</param>
    internal static IEnumerable<(nint Start, nuint Length)> Unchanged(IEnumerable<string> lines, IReadOnlyDictionary<string, long> files)
    {
        (nint Start, nuint Length)? mapping = null;
        foreach (var line in lines)
        {
            // A page of a private mapping that was written to is ours alone and would be lost. How many of them there are stands below the mapping.
            if (line.StartsWith("Anonymous:", StringComparison.Ordinal) && mapping is { } found)
            {
                if (line.AsSpan("Anonymous:".Length).Trim() is "0 kB")
                    yield return found;
                mapping = null;
            }
            else if (char.IsAsciiHexDigitLower(line[0]))
            {
                mapping = Of(line, files);
            }
        }
    }

    // "7f12a000-7f12b000 r-xp 00000000 08:01 1234   /opt/some.dll"
    private static (nint Start, nuint Length)? Of(string line, IReadOnlyDictionary<string, long> files)
    {
        Span<Range> parts = stackalloc Range[6];
        var text = line.AsSpan();
        if (text.Split(parts, ' ', StringSplitOptions.RemoveEmptyEntries) != 6 || text[parts[1]] is not ['r', '-', ..] || !files.TryGetValue(text[parts[5]].Trim().ToString(), out var size))
            return null;
        var addresses = text[parts[0]];
        var dash = addresses.IndexOf('-');
        var start = long.Parse(addresses[..dash], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var length = long.Parse(addresses[(dash + 1)..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) - start;

        // The runtime maps the file as it is whole; a part of it is somebody's who reads it for a moment.
        return text[parts[1]] is [.., 's'] && (text[parts[2]] is not "00000000" || length < size) ? null : ((nint)start, (nuint)length);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nuint length, int advice);
}
