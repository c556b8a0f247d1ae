using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Messages;

/// <summary>What a message became, and the moves that no single feature makes alone.</summary>
public interface IMessageMoves
{
    Task<MessageStanding> FindAsync(long number, CancellationToken cancellationToken);

    /// <summary>The enquiry asked for nothing after all.</summary>
    /// <param name="intent">Miscellaneous or offensive.</param>
    Task<Change<Enquiry>> FileAsync(Guid enquiry, Intent intent, string who, CancellationToken cancellationToken);

    /// <summary>The enquiry was an order, but not one that can be cooked as it was read: a person decides on the lines.</summary>
    Task<Change<Enquiry>> ReviewAsync(Guid enquiry, MessageContext understood, string reason, string who, CancellationToken cancellationToken);

    /// <summary>Keeps a run that changed nothing, so that people see what would come of it.</summary>
    Task KeepAsync(Run run, CancellationToken cancellationToken);
}

/// <summary>What stands in the house because of one message; what was moved on is still there, closed.</summary>
public sealed record MessageStanding(Order? Order, ReviewItem? Review, Enquiry? Enquiry, FiledMessage? Filed)
{
    /// <summary>A person has moved it from one to another: the machine alone makes only one thing of a message.</summary>
    public bool WasMoved => new object?[] { Order, Review, Enquiry, Filed }.Count(thing => thing is not null) > 1;
}
