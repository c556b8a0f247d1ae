using System.Globalization;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Settings;

/// <summary>What the owner decides in the browser. Every value has a working default.</summary>
public sealed record RestaurantSettings
{
    public string Name { get; init; } = "Our restaurant";

    /// <summary>IANA name; days, day numbers and all shown times follow it.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Messages of one sender that arrive within this many seconds are read as one turn; 0 reads each on its own.</summary>
    public int TurnSeconds { get; init; } = 3;

    /// <summary>An order below this confidence (0 to 1) waits for a person.</summary>
    public double Threshold { get; init; } = Confidence.DefaultKitchenThreshold;

    /// <summary>What the owner decides about background work.</summary>
    public JobSettings Jobs { get; init; } = new();

    /// <summary>How many decimals a price has: minor units are this many digits behind the point.</summary>
    public int Decimals => Currency is "JPY" or "KRW" or "VND" ? 0 : 2;

    /// <summary>What differs between two others, on top of these: what somebody else has changed meanwhile stays.</summary>
    public RestaurantSettings WithChange(RestaurantSettings from, RestaurantSettings to) => this with
    {
        Name = to.Name == from.Name ? Name : to.Name,
        TimeZone = to.TimeZone == from.TimeZone ? TimeZone : to.TimeZone,
        Currency = to.Currency == from.Currency ? Currency : to.Currency,
        TurnSeconds = to.TurnSeconds == from.TurnSeconds ? TurnSeconds : to.TurnSeconds,
        Threshold = to.Threshold.Equals(from.Threshold) ? Threshold : to.Threshold,
        Jobs = to.Jobs == from.Jobs ? Jobs : to.Jobs,
    };

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public DateTimeOffset ToLocal(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone);

    /// <summary>The moment at which the restaurant's clock shows this.</summary>
    public DateTimeOffset FromLocal(DateTime local)
    {
        // Of another kind it would be taken by the server's own zone.
        var shown = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new(shown, Zone.GetUtcOffset(shown));
    }

    /// <summary>The restaurant's day that a moment belongs to.</summary>
    public DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(ToLocal(time).DateTime);

    /// <summary>Minor units as people read them: "$12.50", "12,50 €" only by currency sign, never by the server's culture.</summary>
    public string Format(long minor)
    {
        var amount = (minor / (decimal)Math.Pow(10, Decimals)).ToString($"N{Decimals}", CultureInfo.InvariantCulture);
        return Currency switch
        {
            "USD" => $"${amount}",
            "EUR" => $"€{amount}",
            "GBP" => $"£{amount}",
            "JPY" => $"¥{amount}",
            _ => $"{amount} {Currency}",
        };
    }
}
