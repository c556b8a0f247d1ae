using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Orders;

/// <param name="Problems">Sentences for people: sold out, no such size, no such modifier.</param>
public sealed record PricedOrder(IReadOnlyList<OrderLine> Lines, long TotalMinor, IReadOnlyList<string> Problems);

/// <summary>One line of a ticket.</summary>
/// <param name="UnitMinor">Price of one, modifiers included, in minor units.</param>
/// <param name="Words">The customer's words this line was read from; empty when entered by hand.</param>
/// <param name="Why">Why these words are this item, for people.</param>
public sealed record OrderLine(
    string Item, int Quantity, string? Size, IReadOnlyList<OrderModifier> Modifiers, long UnitMinor, string Words, string Why, string Station)
{
    public long TotalMinor => UnitMinor * Quantity;

    /// <summary>The line as it was read, without prices and station.</summary>
    public ReadLine AsRead() =>
        new(Item, Quantity, Size, [.. Modifiers.Select(modifier => new ReadModifier(modifier.Name, modifier.Action, modifier.Quantity))], Words, Why);
}

/// <param name="PriceMinor">What it adds to one unit of the line, in minor units.</param>
public sealed record OrderModifier(string Name, ModifierAction Action, int Quantity, long PriceMinor);
