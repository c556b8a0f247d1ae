namespace Restaurant.Domain.Messages;

/// <summary>What messages became, so that a list of messages can link to it.</summary>
public interface IMessageResults
{
    /// <summary>By message number; a message that became nothing with a page of its own is left out.</summary>
    Task<ILookup<long, MessageResult>> FindAsync(IReadOnlyCollection<long> numbers, CancellationToken cancellationToken);
}

/// <summary>An order, an enquiry, a review item or a filed message that came of a message.</summary>
/// <param name="Open">Somebody still has to do something with it.</param>
/// <param name="OrderNumber">With its day and total, for an order only.</param>
public sealed record MessageResult(
    MessageOutcome Kind, Guid Id, bool Open, int? OrderNumber = null, DateOnly? Day = null, long? TotalMinor = null);
