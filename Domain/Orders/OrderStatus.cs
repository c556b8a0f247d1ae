namespace Restaurant.Domain.Orders;

public enum OrderStatus
{
    New,
    Preparing,
    Ready,
    Completed,
    Cancelled,
}
