using Restaurant.Domain.Messages;

namespace Restaurant.Web.Components.Shared.Runs;

/// <summary>How the state of a message is named and coloured, the same on every page.</summary>
public sealed record MessageLook(Tone Tone, string Text, string? Icon = null)
{
    public static MessageLook Of(CustomerMessage message) => message.Status switch
    {
        MessageStatus.Waiting when message.Attempts > 0 => new(Tone.Review, "Tries again", "clock"),
        MessageStatus.Waiting => new(Tone.Neutral, "Received, waiting", "clock"),
        MessageStatus.Processing => new(Tone.Accent, "Being understood\u2026"),
        MessageStatus.DeadLettered => new(Tone.Failed, "Dead letter"),
        MessageStatus.Merged => new(Tone.Neutral, "Part of a turn", "merge"),
        _ => Of(message.Outcome),
    };

    public static MessageLook Of(MessageOutcome? outcome) => outcome switch
    {
        MessageOutcome.Order => new(Tone.Order, "Order"),
        MessageOutcome.Enquiry => new(Tone.Enquiry, "Enquiry"),
        MessageOutcome.Review => new(Tone.Review, "Waits for a person"),
        MessageOutcome.Offensive => new(Tone.Quarantined, "Quarantined"),
        MessageOutcome.Muted => new(Tone.Quarantined, "Muted sender", "mute"),
        MessageOutcome.Miscellaneous => new(Tone.Neutral, "Filed", "miscellaneous"),
        _ => new(Tone.Neutral, "Registered"),
    };

    /// <summary>An icon for a channel's name; an unknown channel gets the general one.</summary>
    public static string ChannelIcon(string channel) => channel.ToUpperInvariant() switch
    {
        "SMS" or "PHONE" or "VOICE" => "phone",
        "WEB" or "WEBFORM" or "FORM" or "SITE" => "globe",
        "EMAIL" or "MAIL" => "inbox",
        "INSTAGRAM" or "FACEBOOK" or "MESSENGER" => "spark",
        "SIMULATION" or "SIMULATOR" => "simulation",
        "API" or "WEBHOOK" => "link",
        _ => "message",
    };
}
