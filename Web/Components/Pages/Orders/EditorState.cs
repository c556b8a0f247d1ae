using Restaurant.Domain.Orders;

namespace Restaurant.Web.Components.Pages.Orders;

/// <summary>What the editor's buttons need to know.</summary>
/// <param name="Lines">Priced from the menu of the moment.</param>
/// <param name="Problems">Why it cannot be saved, for people.</param>
public sealed record EditorState(IReadOnlyList<OrderLine> Lines, IReadOnlyList<string> Problems)
{
    public bool CanSave => Lines.Count > 0 && Problems.Count == 0;

    public long TotalMinor => Lines.Sum(line => line.TotalMinor);

    public static EditorState Of(IReadOnlyList<PricedDraftLine> priced) => new(
        [.. priced.Where(line => line.Priced is not null).Select(line => line.Priced!)], [.. priced.SelectMany(line => line.Problems)]);
}
