using System.ComponentModel.DataAnnotations;

namespace Restaurant.Domain.Messages;

/// <summary>How much the inbox takes; "Inbox" in the configuration.</summary>
public sealed record InboxSettings
{
    /// <summary>So many messages may wait to be read; while there are as many, new ones are refused. A million by default.</summary>
    [Range(1, int.MaxValue)]
    public int MostWaiting { get; init; } = 1_000_000;
}

/// <summary>Too much waits already: nothing was stored, and the channel is to send the same again later.</summary>
public sealed class InboxFullException(int waiting) : Exception(
    $"The inbox is full: {waiting:N0} messages wait to be read. Send the same message again later; under the same external id it is stored once.");
