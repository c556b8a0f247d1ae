using System.Buffers;
using System.Text;

namespace Restaurant.Pipeline.Jobs;

/// <summary>
/// What a job says, as every database stores it. It may quote anything: PostgreSQL refuses a NUL and half a character, and one line that it refuses would
/// hold up whatever is written together with it.
/// </summary>
internal static class StoredText
{
    private static readonly SearchValues<char> Doubtful = SearchValues.Create(['\0', .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    public static string Of(string text, int most)
    {
        if (text.Length > most)
            text = $"{text.AsSpan(0, most - 1)}…";
        if (text.AsSpan().IndexOfAny(Doubtful) < 0)
            return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append((rune.Value == 0 ? Rune.ReplacementChar : rune).ToString());
        return whole.ToString();
    }
}
