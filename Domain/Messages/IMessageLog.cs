using Restaurant.Domain.Runs;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Messages;

/// <summary>The inbox for reading: lists, counts, one message with its runs, and the figures of the moment.</summary>
public interface IMessageLog
{
    /// <summary>Newest first, or oldest first where the filter says so.</summary>
    Task<IReadOnlyList<CustomerMessage>> PageAsync(MessageFilter filter, int skip, int take, CancellationToken cancellationToken);

    /// <summary>The same page, each message with its newest run, for the live stream.</summary>
    Task<IReadOnlyList<MessageRow>> RowsAsync(MessageFilter filter, int skip, int take, CancellationToken cancellationToken);

    Task<int> CountAsync(MessageFilter filter, CancellationToken cancellationToken);

    /// <summary>Null when there is no message of this number.</summary>
    Task<MessageDetail?> FindAsync(long number, CancellationToken cancellationToken);

    /// <summary>The newest message's number, 0 when there is none: what a paused viewer puts into <see cref="MessageFilter.UpTo"/>.</summary>
    Task<long> NewestAsync(CancellationToken cancellationToken);

    /// <summary>Every channel that a message ever came by, in alphabetical order.</summary>
    Task<IReadOnlyList<string>> ChannelsAsync(CancellationToken cancellationToken);

    Task<LiveFigures> FiguresAsync(CancellationToken cancellationToken);
}

/// <summary>Null means any.</summary>
/// <param name="Search">In text, sender or summary, whatever the case; "#12" is the message of this number.</param>
/// <param name="From">Received at or after.</param>
/// <param name="To">Received before.</param>
/// <param name="UpTo">Only messages up to this number: where a paused viewer stopped.</param>
/// <param name="After">Only messages after this number: what a paused viewer has not seen.</param>
public sealed record MessageFilter(
    string? Search = null,
    MessageStatus? Status = null,
    Intent? Intent = null,
    MessageOutcome? Outcome = null,
    string? Sender = null,
    string? Channel = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    long? UpTo = null,
    long? After = null,
    bool OldestFirst = false);

/// <param name="Run">The newest; null while the message waits.</param>
public sealed record MessageRow(CustomerMessage Message, Run? Run);

/// <param name="Runs">Newest first.</param>
/// <param name="Turn">The messages it was read together with, in number order, itself included; empty when it was read alone.</param>
public sealed record MessageDetail(CustomerMessage Message, IReadOnlyList<Run> Runs, IReadOnlyList<CustomerMessage> Turn);

/// <param name="PerMinute">Received in the last 60 seconds.</param>
/// <param name="Waiting">Committed and not yet registered.</param>
/// <param name="P50">Time to understand of the last 500 runs, in microseconds; null before the first.</param>
/// <param name="P95">The same, of the slowest twentieth.</param>
/// <param name="OldestWaiting">When the oldest message that waits came in.</param>
public sealed record LiveFigures(int PerMinute, int Waiting, long? P50, long? P95, int DeadLetters, DateTimeOffset? OldestWaiting);
