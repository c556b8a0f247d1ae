using Restaurant.Domain.Runs;

namespace Restaurant.Domain.Messages;

/// <summary>Writes down what came of messages: order, enquiry, filed message or review item, the trace and the notifications, or nothing at all.</summary>
public interface IRegister
{
    /// <summary>All in one transaction. Turns whose lease was lost meanwhile are left out and not counted.</summary>
    /// <returns>How many turns were registered now.</returns>
    Task<int> AddAsync(string leaseOwner, IReadOnlyList<Registration> registrations, CancellationToken cancellationToken);
}

/// <summary>One turn with what was understood.</summary>
/// <param name="Outcome">The decision's, or <see cref="MessageOutcome.Muted"/>.</param>
public sealed record Registration(Turn Turn, Understood Understood, Run Run, MessageOutcome Outcome);
