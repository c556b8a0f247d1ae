namespace Restaurant.Domain.Orders;

public enum OrderAge
{
    Fresh,

    /// <summary>Half of the usual time has gone.</summary>
    Waiting,

    /// <summary>The customer waits longer than they should.</summary>
    Late,
}

public static class OrderAges
{
    public static readonly TimeSpan WaitingAfter = TimeSpan.FromMinutes(8);
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(15);

    /// <summary>A promised time decides alone where there is one: an order for tonight is not late at noon.</summary>
    public static OrderAge AgeAt(this Order order, DateTimeOffset now)
    {
        if (order.PromisedAt is { } promised)
            return now > promised ? OrderAge.Late : now > promised - (LateAfter - WaitingAfter) ? OrderAge.Waiting : OrderAge.Fresh;
        var age = now - order.CreatedAt;
        return age >= LateAfter ? OrderAge.Late : age >= WaitingAfter ? OrderAge.Waiting : OrderAge.Fresh;
    }
}
