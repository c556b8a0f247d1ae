using System.ComponentModel.DataAnnotations;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Understanding;

namespace Restaurant.Web.Api;

/// <summary>A message as callers see it: without leases.</summary>
public sealed record MessageView(
    long Number, string Channel, string ExternalId, string Sender, string Text, DateTimeOffset SentAt, DateTimeOffset ReceivedAt,
    MessageStatus Status, Intent? Intent, MessageOutcome? Outcome, double? Confidence, string? Summary, DateTimeOffset? ProcessedAt,
    int Attempts, string? Error, long? TurnNumber)
{
    public static MessageView Of(CustomerMessage message) => new(
        message.Number, message.Channel, message.ExternalId, message.Sender, message.Text, message.SentAt, message.ReceivedAt,
        message.Status, message.Intent, message.Outcome, message.Confidence, message.Summary, message.ProcessedAt,
        message.Attempts, message.Error, message.TurnNumber);
}

public sealed record MessageDetailView(MessageView Message, IReadOnlyList<Run> Runs, IReadOnlyList<MessageView> Turn)
{
    public static MessageDetailView Of(MessageDetail detail) =>
        new(MessageView.Of(detail.Message), detail.Runs, [.. detail.Turn.Select(MessageView.Of)]);
}

// On the properties: the API's description cannot read attributes on the parameters of such a record.
/// <param name="Search">In text, sender or summary.</param>
/// <param name="From">Received at or after.</param>
/// <param name="To">Received before.</param>
internal sealed record MessageQuery(
    [property: MaxLength(200)] string? Search, MessageStatus? Status, Intent? Intent, MessageOutcome? Outcome,
    [property: MaxLength(CustomerMessage.MaxSender)] string? Sender, [property: MaxLength(CustomerMessage.MaxChannel)] string? Channel,
    DateTimeOffset? From, DateTimeOffset? To)
{
    public MessageFilter ToFilter() => new(Search, Status, Intent, Outcome, Sender, Channel, From, To);
}
