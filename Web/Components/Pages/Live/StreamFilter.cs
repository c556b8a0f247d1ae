using Restaurant.Domain.Messages;

namespace Restaurant.Web.Components.Pages.Live;

/// <summary>What the stream shows; it stands in the page's address.</summary>
public sealed record StreamFilter(string? Show, string? Channel, string? Search)
{
    public static IReadOnlyList<(string Key, string Text)> Choices { get; } =
    [
        ("all", "All"), ("order", "Orders"), ("enquiry", "Enquiries"), ("review", "For a person"), ("miscellaneous", "Filed"),
        ("offensive", "Quarantined"), ("waiting", "Waiting"), ("failed", "Failed"),
    ];

    /// <summary>An unknown choice shows all.</summary>
    public string Choice => Choices.Any(choice => choice.Key == Show) ? Show! : Choices[0].Key;

    public bool IsNarrow => Choice != Choices[0].Key || Channel is not null || Search is not null;

    /// <summary>Filters beside the words.</summary>
    public int SetCount => (Choice == Choices[0].Key ? 0 : 1) + (Channel is null ? 0 : 1);

    public MessageFilter ToMessages(long? upTo, long? after = null) => new(
        Search: Search,
        Status: Choice switch { "waiting" => MessageStatus.Waiting, "failed" => MessageStatus.DeadLettered, _ => null },
        Outcome: Enum.TryParse<MessageOutcome>(Choice, ignoreCase: true, out var outcome) ? outcome : null,
        Channel: Channel,
        UpTo: upTo,
        After: after);
}
