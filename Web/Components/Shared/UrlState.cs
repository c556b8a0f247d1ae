using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Restaurant.Web.Components.Shared;

/// <summary>A page's filters live in its address, so that they survive a reload and can be sent to a colleague.</summary>
public sealed class UrlState(NavigationManager navigation)
{
    public string? this[string name] =>
        QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query).TryGetValue(name, out var values) ? values.ToString() : null;

    public int Number(string name, int otherwise) => int.TryParse(this[name], out var number) ? number : otherwise;

    public TEnum? Choice<TEnum>(string name)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(this[name], ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>Writes filters without a reload and without a step in the history; null or empty removes one.</summary>
    public void Set(params (string Name, object? Value)[] filters) => navigation.NavigateTo(With(filters), replace: true);

    /// <summary>The page's address with these filters, for links.</summary>
    public string With(params (string Name, object? Value)[] filters) => navigation.GetUriWithQueryParameters(
        filters.ToDictionary(filter => filter.Name, filter => filter.Value?.ToString() is { Length: > 0 } text ? (object?)text : null));
}
