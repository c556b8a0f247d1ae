namespace Restaurant.Domain.Orders;

/// <summary>The lines of an order before they were changed.</summary>
/// <param name="At">When these lines were last touched before the change.</param>
/// <param name="ChangedBy">Who replaced them; empty when the customer did.</param>
public sealed record OrderRevision(int Number, DateTimeOffset At, string ChangedBy, IReadOnlyList<OrderLine> Lines);
