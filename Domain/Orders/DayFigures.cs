namespace Restaurant.Domain.Orders;

/// <summary>The numbers of one day; a cancelled order counts only as cancelled.</summary>
/// <param name="BusiestHour">The hour (0 to 23, restaurant time) in which most orders came in; null on a day without orders.</param>
public sealed record DayFigures(
    int Orders, int Cancelled, long RevenueMinor, long AverageMinor, int? BusiestHour, int BusiestHourOrders, IReadOnlyList<ItemCount> TopItems);

public sealed record ItemCount(string Item, int Quantity);
