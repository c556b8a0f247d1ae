using System.ComponentModel.DataAnnotations;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Menu;

namespace Restaurant.Web.Api;

/// <summary>A line as a caller asks for it; names are the menu's own, prices are the menu's.</summary>
public sealed record LineBody(
    [property: Required, MaxLength(200)] string Item, [property: Range(1, Pricing.MaxQuantity)] int Quantity = 1, [property: MaxLength(100)] string? Size = null,
    IReadOnlyList<ModifierBody>? Modifiers = null);

/// <param name="Action">Add, Remove, Extra, Light or Side.</param>
public sealed record ModifierBody(
    [property: Required, MaxLength(200)] string Name, ModifierAction Action = ModifierAction.Add, [property: Range(1, 20)] int Quantity = 1);

internal static class LineBodies
{
    /// <summary>The lines with the menu's prices, or what is wrong with them by the field's name, as a validation problem wants it.</summary>
    public static IReadOnlyList<OrderLine> Price(
        this IReadOnlyList<LineBody> lines, MenuCache menu, TimeProvider clock, string who, out Dictionary<string, string[]> problems)
    {
        var read = lines.Select(line => new ReadLine(
            line.Item, line.Quantity, line.Size,
            [.. (line.Modifiers ?? []).Select(modifier => new ReadModifier(modifier.Name, modifier.Action, modifier.Quantity))],
            "", $"entered by {who}")).ToList();
        var priced = Pricing.Price(read, menu.Current.Menu, clock.GetUtcNow());
        problems = priced.Problems.Count == 0 ? [] : new() { ["lines"] = [.. priced.Problems] };
        return priced.Lines;
    }
}
