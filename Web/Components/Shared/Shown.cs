using System.Globalization;
using Restaurant.Domain.Settings;

namespace Restaurant.Web.Components.Shared;

/// <summary>How values are shown to people: money in the restaurant's currency, times in its zone.</summary>
public sealed class Shown(TimeProvider clock, ISettings settings)
{
    public RestaurantSettings Settings => settings.Current;

    public DateTimeOffset Now => clock.GetUtcNow();

    public string Money(long minor) => Settings.Format(minor);

    /// <summary>Date and time to the second, with the zone: what hovering shows.</summary>
    public string Exact(DateTimeOffset at) =>
        $"{Settings.ToLocal(at).ToString("ddd d MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} {Settings.TimeZone}";

    public string Time(DateTimeOffset at) => Settings.ToLocal(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    public string Date(DateTimeOffset at) => Settings.ToLocal(at).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"4 min ago", "in 2 h"; a date when it is more than a week away. The browser keeps it fresh by the same rule (restaurant.js).</summary>
    public string Relative(DateTimeOffset at)
    {
        var away = Now - at;
        var length = away.Duration();
        if (length > TimeSpan.FromDays(7))
            return Date(at);
        if (length < TimeSpan.FromSeconds(5))
            return "now";
        var words = length switch
        {
            { TotalMinutes: < 1 } => $"{(int)length.TotalSeconds} s",
            { TotalHours: < 1 } => $"{(int)length.TotalMinutes} min",
            { TotalDays: < 1 } => $"{(int)length.TotalHours} h",
            _ => $"{(int)length.TotalDays} d",
        };
        return away < TimeSpan.Zero ? $"in {words}" : $"{words} ago";
    }
}
