using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Notifications;

/// <summary>The outbox as people see it: what went out, what waits, what failed, and sending again.</summary>
public interface IOutboxLog
{
    /// <summary>Newest first.</summary>
    Task<Page<OutboxMessage>> PageAsync(OutboxFilter filter, int skip, int take, CancellationToken cancellationToken);

    Task<OutboxMessage?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Counts every notice that is kept: for who looks at the outbox itself.</summary>
    Task<OutboxFigures> FiguresAsync(CancellationToken cancellationToken);

    /// <summary>What waits or was given up, whatever the number of those that were sent: for who asks all the time.</summary>
    Task<OutboxBacklog> BacklogAsync(CancellationToken cancellationToken);

    /// <summary>Sends a dead-lettered or set-aside row again, or a waiting one without further waiting.</summary>
    /// <returns>False when there is no such row, or it has been sent.</returns>
    Task<bool> RetryAsync(Guid id, string who, CancellationToken cancellationToken);

    /// <summary>The same for all dead-lettered or all set-aside rows, of one room or of all.</summary>
    /// <returns>How many will be sent again.</returns>
    Task<int> RetryAllAsync(OutboxStatus status, Room? room, string who, CancellationToken cancellationToken);
}

/// <summary>Null means any.</summary>
/// <param name="Search">In the notice or the key, whatever the case.</param>
public sealed record OutboxFilter(Room? Room = null, OutboxStatus? Status = null, string? Search = null);

/// <param name="OldestWaiting">When the oldest row that still waits was written.</param>
public sealed record OutboxFigures(int Waiting, int NotConfigured, int Sent, int DeadLettered, DateTimeOffset? OldestWaiting);

/// <param name="OldestWaiting">When the oldest row that still waits was written.</param>
public sealed record OutboxBacklog(int Waiting, int DeadLettered, DateTimeOffset? OldestWaiting);
