using Restaurant.Domain.Runs;

namespace Restaurant.Domain.Messages;

/// <summary>What waits in the inbox, handed out under leases, so that several nodes share the work and none does it twice.</summary>
public interface IMessageQueue
{
    /// <summary>What the owners that this process names begin with, so that leases of a process that is gone can be told.</summary>
    string Holder { get; }

    /// <summary>
    /// The oldest due messages, never of a sender that somebody holds a lease on, and not those that <see cref="ClaimOrphansAsync"/> takes.
    /// What is returned belongs to <paramref name="owner"/> until <paramref name="lease"/> is over.
    /// </summary>
    /// <param name="owner">Different for every call: the guard against registering after a lost lease compares it.</param>
    Task<Claim> ClaimAsync(string owner, int most, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Messages whose lease ended without a word: their process may have ended because of one of them. The first time a few are returned
    /// together, the second time each alone, so that the guilty one is found; <see cref="CustomerMessage.Claims"/> counts this claim too.
    /// </summary>
    /// <returns>Empty where there are none, or where they wait for their sender.</returns>
    Task<IReadOnlyList<CustomerMessage>> ClaimOrphansAsync(string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Whether there is anything for <see cref="ClaimOrphansAsync"/>.</summary>
    Task<bool> AnyOrphansAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the lease on a long batch.</summary>
    Task RenewAsync(string owner, IReadOnlyList<long> numbers, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Keeps the failed run and gives the turn back for another attempt at <paramref name="dueAt"/>, or makes it a dead letter where that is null.</summary>
    Task FailAsync(string owner, Turn turn, Run run, DateTimeOffset? dueAt, CancellationToken cancellationToken);

    /// <summary>Gives messages back unharmed, as when the node stops.</summary>
    Task ReleaseAsync(string owner, IReadOnlyList<long> numbers, CancellationToken cancellationToken);

    /// <summary>Takes a dead letter and its turn back to life under a lease; empty where it is no dead letter any more.</summary>
    Task<IReadOnlyList<CustomerMessage>> ReviveAsync(long number, string owner, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>At start: ends leases that nobody can hold any more.</summary>
    Task RecoverAsync(CancellationToken cancellationToken);

    /// <summary>How many messages wait or are worked on, counted no further than <paramref name="most"/>.</summary>
    Task<int> BacklogAsync(int most, CancellationToken cancellationToken);
}

/// <param name="NextDue">When the next waiting message will be due, as far as was looked; null when none waits.</param>
/// <param name="Held">Messages are due, but wait for an earlier one of their sender.</param>
/// <param name="More">More waits than was looked at.</param>
public sealed record Claim(IReadOnlyList<CustomerMessage> Messages, DateTimeOffset? NextDue = null, bool Held = false, bool More = false);
