using Restaurant.Domain.Understanding.Screening;

namespace Restaurant.Domain.Understanding;

/// <summary>Makes a message fit for reading. Whatever it contains is data: nothing in it changes how we read.</summary>
public static class Screener
{
    private const int ShoutedLetters = 8;

    public static ScreenedMessage Screen(string text)
    {
        var mended = TextMender.Mend(text);
        if (!SaysSomething(mended))
            return new(text, mended, "en", [ScreenFlags.Empty]);

        var flags = new List<string>(0);
        var readable = Disguise.Lift(ForeignMatter.Blank(mended, flags));
        if (Rudeness.Find(readable) is { } rude)
            flags.Add(rude);
        if (IsShouted(readable))
            flags.Add(ScreenFlags.Shouting);
        return new(text, mended, LanguageDetector.Detect(readable), flags) { Readable = readable };
    }

    private static bool SaysSomething(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
                return true;
        }

        return false;
    }

    private static bool IsShouted(string text)
    {
        var (upper, lower) = (0, 0);
        foreach (var letter in text)
        {
            if (char.IsAsciiLetterLower(letter) || (letter > 127 && char.IsLower(letter)))
                lower++;
            else if (char.IsUpper(letter))
                upper++;
        }

        return upper >= ShoutedLetters && upper > 3 * lower;
    }
}
