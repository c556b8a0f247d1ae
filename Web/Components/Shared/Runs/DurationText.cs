using System.Globalization;

namespace Restaurant.Web.Components.Shared.Runs;

/// <summary>A duration as people read it: two or three digits and the unit that fits, from microseconds to days.</summary>
public static class DurationText
{
    public static string Of(TimeSpan duration) => Of((long)duration.TotalMicroseconds);

    public static string Of(long microseconds) => microseconds switch
    {
        < 0 => "0 µs",
        < 100 => Say(microseconds, "0", "µs"),
        < 10_000 => Say(microseconds / 1e3, "0.0", "ms"),
        < 1_000_000 => Say(microseconds / 1e3, "0", "ms"),
        < 60_000_000 => Say(microseconds / 1e6, "0.0", "s"),
        < 3_600_000_000 => Say(microseconds / 6e7, "0", "min"),
        < 86_400_000_000 => Say(microseconds / 3.6e9, "0.0", "h"),
        _ => Say(microseconds / 8.64e10, "0.0", "days"),
    };

    private static string Say(double value, string format, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}");
}
