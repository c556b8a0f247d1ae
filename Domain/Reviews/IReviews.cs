using Restaurant.Domain.Orders;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Reviews;

/// <summary>What waits for a person. A decision is one transaction: the item, what it became, the <see cref="Verdict"/>, the audit entry and the notice.</summary>
public interface IReviews
{
    Task<int> CountOpenAsync(CancellationToken cancellationToken);

    /// <summary>Open ones oldest first, decided ones newest first.</summary>
    Task<Page<ReviewItem>> PageAsync(ReviewFilter filter, int skip, int take, CancellationToken cancellationToken);

    Task<ReviewItem?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <param name="lines">Priced from the menu; at least one.</param>
    Task<Change<ReviewItem>> BecomeOrderAsync(Guid id, IReadOnlyList<OrderLine> lines, int version, string who, CancellationToken cancellationToken);

    Task<Change<ReviewItem>> BecomeEnquiryAsync(Guid id, int version, string who, CancellationToken cancellationToken);

    /// <param name="intent">Miscellaneous or offensive.</param>
    Task<Change<ReviewItem>> FileAsync(Guid id, Intent intent, int version, string who, CancellationToken cancellationToken);

    /// <summary>Undoes the decision: what it became is cancelled or taken away, and the item is open again.</summary>
    Task<Change<ReviewItem>> TakeBackAsync(Guid id, int version, string who, CancellationToken cancellationToken);

    /// <summary>What people decided, newest first; those taken back are left out.</summary>
    Task<Page<Verdict>> VerdictsAsync(int skip, int take, CancellationToken cancellationToken);
}

/// <param name="Open">True for what waits, false for what was decided.</param>
public sealed record ReviewFilter(bool Open = true, string? Search = null);
