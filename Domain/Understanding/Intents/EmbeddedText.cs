namespace Restaurant.Domain.Understanding.Intents;

/// <summary>The data files that lie beside the code and are compiled into it.</summary>
internal static class EmbeddedText
{
    /// <summary>The names of the files that begin like this.</summary>
    public static IEnumerable<string> Files(string beginning) => typeof(EmbeddedText).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>Lines that say something: without blank lines and comments.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not compiled in: add it to Domain.csproj as an EmbeddedResource with LogicalName={file}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } said && said[0] != '#')
                yield return said;
        }
    }
}
