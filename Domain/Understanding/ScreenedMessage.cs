namespace Restaurant.Domain.Understanding;

/// <summary>A message made fit for reading: what it says, in which language, and what is odd about it.</summary>
/// <param name="Original">The customer's words, unchanged.</param>
/// <param name="Text">The same words with broken spacing, quotes and invisible characters mended.</param>
/// <param name="Language">Two letters, ISO 639-1; "en" when nothing says otherwise.</param>
/// <param name="Flags">For people: see <see cref="ScreenFlags"/>; none changes what the words may order.</param>
public sealed record ScreenedMessage(string Original, string Text, string Language, IReadOnlyList<string> Flags)
{
    /// <summary>
    /// <see cref="Text"/> with code, tags, links and pasted data blanked out, so that nothing in them is read as asked for.
    /// It has the same length: a position in one is the same position in the other.
    /// </summary>
    public string Readable { get; init; } = Text;
}
