using System.Globalization;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Understanding;

namespace Restaurant.Web.Components.Pages.Inbox;

/// <summary>What the inbox shows, as it stands in the page's address.</summary>
public sealed record InboxFilter(
    string? Search, string? Status, string? Outcome, string? Intent, string? Channel, string? Sender, string? From, string? To)
{
    public const string Names = "q status outcome intent channel sender from to page";

    public static IReadOnlyList<(string Key, string Text)> Statuses { get; } =
        [("", "Any state"), ("waiting", "Waiting"), ("processing", "Being read"), ("registered", "Registered"), ("merged", "Part of a turn"), ("deadlettered", "Dead letters")];

    public static IReadOnlyList<(string Key, string Text)> Outcomes { get; } =
        [("", "Any outcome"), ("order", "Order"), ("enquiry", "Enquiry"), ("review", "For a person"), ("miscellaneous", "Filed"), ("offensive", "Quarantined"), ("muted", "Muted sender")];

    public static IReadOnlyList<(string Key, string Text)> Intents { get; } =
        [("", "Any intent"), .. Enum.GetValues<Intent>().Select(intent => (intent.ToString().ToLowerInvariant(), $"{intent}"))];

    public bool IsNarrow => this != new InboxFilter(null, null, null, null, null, null, null, null);

    /// <summary>Filters beside the words; two days are one.</summary>
    public int SetCount => new[] { Status, Outcome, Intent, Channel, Sender, From ?? To }.Count(filter => filter is not null);

    public bool IsDeadLetters => Status == "deadlettered";

    /// <param name="settings">Dates are days of the restaurant.</param>
    public MessageFilter ToMessages(RestaurantSettings settings, long? upTo = null) => new(
        Search, Parse<MessageStatus>(Status), Parse<Intent>(Intent), Parse<MessageOutcome>(Outcome), Sender, Channel,
        Midnight(From, settings, 0), Midnight(To, settings, 1), upTo);

    private static DateTimeOffset? Midnight(string? day, RestaurantSettings settings, int plusDays)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 2000 or > 9000)
            return null;
        return settings.FromLocal(date.AddDays(plusDays).ToDateTime(TimeOnly.MinValue));
    }

    private static TEnum? Parse<TEnum>(string? value)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(value, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
}
