using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Restaurant.Infrastructure.Notifications;

/// <summary>What Discord says about how fast we may go.</summary>
internal static class DiscordLimits
{
    private static readonly TimeSpan WhenUnsaid = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How long to wait before the next call, after one that was taken.</summary>
    public static TimeSpan AfterSuccess(HttpResponseHeaders headers) =>
        Number(headers, "X-RateLimit-Remaining") is 0 && Number(headers, "X-RateLimit-Reset-After") is { } seconds ? Bounded(seconds) : TimeSpan.Zero;

    /// <summary>How long to wait after a 429, and whether all rooms must.</summary>
    public static (TimeSpan Wait, bool Global) AfterTooMany(HttpResponseHeaders headers, string body)
    {
        var said = Parse(body);
        var seconds = said?.RetryAfter ?? Number(headers, "Retry-After") ?? Number(headers, "X-RateLimit-Reset-After");
        return (seconds is { } wait ? Bounded(wait) : WhenUnsaid, said?.Global == true || headers.Contains("X-RateLimit-Global"));
    }

    private static Answer? Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null; // a proxy's page in place of Discord's answer: the headers are asked instead
        }
    }

    private static double? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // The other side is not trusted to silence a room for a year, nor to send a number that is none.
    private static TimeSpan Bounded(double seconds) =>
        seconds is > 0 and < 3600 ? TimeSpan.FromSeconds(seconds) : seconds >= 3600 ? Longest : TimeSpan.Zero;

    private sealed record Answer([property: System.Text.Json.Serialization.JsonPropertyName("retry_after")] double? RetryAfter, bool Global);
}
