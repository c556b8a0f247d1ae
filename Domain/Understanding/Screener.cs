namespace Restaurant.Domain.Understanding;

public static class Screener
{
    public static ScreenedMessage Screen(string text) => new(text, text.Trim(), "en", text.Trim().Length == 0 ? [ScreenFlags.Empty] : []);
}
