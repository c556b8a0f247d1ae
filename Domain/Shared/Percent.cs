using System.Globalization;

namespace Restaurant.Domain.Shared;

/// <summary>Shares from 0 to 1 in words.</summary>
public static class Percent
{
    /// <summary>Whole percent, rounded down: 89.9 % never reads as the 90 % that were asked for.</summary>
    public static string Of(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 100):0} %");
}
