namespace Restaurant.Domain.Live;

/// <summary>The figures at the head of the Live page.</summary>
public interface ITodayFigures
{
    Task<TodayFigures> ReadAsync(CancellationToken cancellationToken);
}

/// <param name="Minutes">Messages received in each of the last 30 minutes, oldest first; the last one is not over yet.</param>
/// <param name="OpenOrders">New, preparing or ready, whatever their day.</param>
/// <param name="Orders">Of the restaurant's day, without the cancelled.</param>
/// <param name="RevenueMinor">Of the same orders.</param>
public sealed record TodayFigures(
    IReadOnlyList<int> Minutes, int OpenOrders, int Orders, long RevenueMinor, int OpenReviews, int OpenEnquiries);
