using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Restaurant.Web.Components.Shared;

/// <summary>
/// What stands in the page's address: its filters. Taken as a cascading parameter and in no other way, so that whoever reads it is rendered again when
/// the address changes: a page whose address alone changes is otherwise left as it is.
/// </summary>
public sealed class PageAddress(string address)
{
    private readonly Dictionary<string, StringValues> filters = QueryHelpers.ParseQuery(new Uri(address).Query);

    /// <summary>Null where there is none, or an empty one.</summary>
    public string? this[string name] => filters.TryGetValue(name, out var values) && values.ToString() is var text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>Of a list in pages: from 1, also where somebody mistyped it.</summary>
    public int Page => int.TryParse(this["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1_000_000) : 1;

    public TEnum? Choice<TEnum>(string name)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(this[name], ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
