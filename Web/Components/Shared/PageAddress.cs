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

    public string? this[string name] => filters.TryGetValue(name, out var values) ? values.ToString() : null;

    public int Number(string name, int otherwise) => int.TryParse(this[name], out var number) ? number : otherwise;

    public TEnum? Choice<TEnum>(string name)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(this[name], ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
