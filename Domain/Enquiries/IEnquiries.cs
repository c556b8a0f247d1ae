using Restaurant.Domain.Orders;
using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Enquiries;

/// <summary>The enquiries and what people do with them; every act is one transaction with its audit entry and event.</summary>
public interface IEnquiries
{
    Task<Enquiry?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Open ones oldest first, all others newest first.</summary>
    Task<Page<Enquiry>> PageAsync(EnquiryFilter filter, int skip, int take, CancellationToken cancellationToken);

    Task<EnquiryCounts> CountAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<AuditEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Keeps what is being typed. The newest text wins, whoever typed it.</summary>
    Task KeepTypedAsync(Guid id, string text, string who, CancellationToken cancellationToken);

    Task<Change<Enquiry>> AnswerAsync(Guid id, string answer, int version, string who, CancellationToken cancellationToken);

    Task<Change<Enquiry>> CloseAsync(Guid id, int version, string who, CancellationToken cancellationToken);

    Task<Change<Enquiry>> ReopenAsync(Guid id, int version, string who, CancellationToken cancellationToken);

    /// <param name="lines">Priced from the menu; at least one.</param>
    Task<Change<Enquiry>> BecomeOrderAsync(Guid id, IReadOnlyList<OrderLine> lines, int version, string who, CancellationToken cancellationToken);
}

/// <param name="Search">In the customer's name and words, and in the answer.</param>
public sealed record EnquiryFilter(EnquiryStatus? Status = null, string? Search = null);

public sealed record EnquiryCounts(int Open, int Answered, int Done);
