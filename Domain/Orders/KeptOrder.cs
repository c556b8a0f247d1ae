using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Orders;

/// <summary>An edited order as it is kept outside of the program: prices and candidates are not part of it, they are read anew.</summary>
/// <param name="Unmatched">The words of the phrases that nobody has dealt with yet.</param>
public sealed record KeptOrder(IReadOnlyList<ReadLine> Lines, IReadOnlyList<string> Unmatched);
