using Microsoft.AspNetCore.Components;

namespace Restaurant.Web.Components.Pages.Live;

/// <param name="LabelId">The id that the element naming the row must carry.</param>
/// <param name="Current">The one row that the Tab key reaches.</param>
public sealed record WindowedRow<TItem>(TItem Item, string LabelId, bool Open, bool Current, EventCallback Toggle);
