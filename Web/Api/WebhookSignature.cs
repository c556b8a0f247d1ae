using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Restaurant.Web.Api;

internal static class WebhookSignature
{
    public const string TimestampHeader = "X-Restaurant-Timestamp";
    public const string Header = "X-Restaurant-Signature";
    private const string Prefix = "sha256=";

    // Long enough for clocks that are a little off, too short to be of use to one who listened in.
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    // Compared with where there is no secret, so that an answer takes as long as for a channel that has one.
    private static readonly string Nobody = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), (byte)'.', .. body];
        return Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    public static bool IsGood(string? secret, string timestamp, string signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var expected = Of(string.IsNullOrEmpty(secret) ? Nobody : secret, timestamp, body);
        var fits = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature));
        return fits && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Window.TotalSeconds;
    }
}
