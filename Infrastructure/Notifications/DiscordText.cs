using System.Text;

namespace Restaurant.Infrastructure.Notifications;

/// <summary>Makes any text safe and short enough for Discord: shown as it was written, with no markup, link or mention in it.</summary>
internal static class DiscordText
{
    private const string Markup = "\\*_~`|<>[]()#-+@:";

    /// <summary>Escaped, and at most <paramref name="limit"/> long without cutting an escape or a character in two.</summary>
    public static string Plain(string text, int limit)
    {
        var plain = new StringBuilder(Math.Min(text.Length, limit));
        foreach (var rune in text.EnumerateRunes())
        {
            var piece = rune.IsAscii && Markup.Contains((char)rune.Value) ? $"\\{rune}" : IsShown(rune) ? rune.ToString() : "";
            if (plain.Length + piece.Length > limit - 1)
                return plain.Append('…').ToString();
            plain.Append(piece);
        }

        return plain.ToString();
    }

    /// <summary>As many whole lines as fit, and how many did not.</summary>
    public static string Lines(IReadOnlyList<string> lines, int limit, int lineLimit)
    {
        const int RoomForTheRest = 40;
        var plain = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = Plain(lines[i], lineLimit);
            if (plain.Length + line.Length + 1 > limit - RoomForTheRest)
                return plain.Append(System.Globalization.CultureInfo.InvariantCulture, $"… and {lines.Count - i} more lines").ToString();
            plain.Append(plain.Length == 0 ? "" : "\n").Append(line);
        }

        return plain.ToString();
    }

    // Characters that turn the direction of writing can make words read as others.
    private static bool IsShown(Rune rune) => rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune.Value is not (>= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069));
}
