using Restaurant.Domain.Orders;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Filing;

/// <summary>The messages that ask for nothing, and what people do with those that did after all.</summary>
public interface IFiledMessages
{
    Task<FiledMessage?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Newest first; what became an order or an enquiry is left out.</summary>
    Task<Page<FiledMessage>> PageAsync(FiledFilter filter, int skip, int take, CancellationToken cancellationToken);

    Task<Change<FiledMessage>> BecomeEnquiryAsync(Guid id, int version, string who, CancellationToken cancellationToken);

    /// <summary>Files a message again that a person had turned into an enquiry, unless somebody works on the enquiry by now.</summary>
    Task<Change<FiledMessage>> TakeEnquiryBackAsync(Guid id, int version, string who, CancellationToken cancellationToken);

    /// <param name="lines">Priced from the menu; at least one.</param>
    Task<Change<FiledMessage>> BecomeOrderAsync(
        Guid id, IReadOnlyList<OrderLine> lines, int version, string who, CancellationToken cancellationToken);

    /// <summary>Puts a message into quarantine or takes it out.</summary>
    Task<Change<FiledMessage>> MoveAsync(Guid id, Intent intent, int version, string who, CancellationToken cancellationToken);
}

/// <param name="Search">In the sender's name and the words. Never applied to quarantined words: a hit would show them.</param>
public sealed record FiledFilter(Intent Intent, string? Search = null, long? MessageNumber = null);
