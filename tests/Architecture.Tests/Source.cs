using System.Runtime.CompilerServices;

namespace Restaurant.Architecture.Tests;

/// <summary>The repository's own files, found from where this file was compiled.</summary>
internal static class Source
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    public static IReadOnlyList<string> Projects { get; } = ["Domain", "Infrastructure", "Pipeline", "Web"];

    /// <summary>Product code, without what tools wrote.</summary>
    public static IEnumerable<string> CodeOf(string project) =>
        Directory.EnumerateFiles(Path.Combine(Root, project), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !Relative(file).Split('/').Any(part => part is "obj" or "bin" or "Migrations"));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
