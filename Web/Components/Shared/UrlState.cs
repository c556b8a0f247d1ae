using Microsoft.AspNetCore.Components;

namespace Restaurant.Web.Components.Shared;

/// <summary>A page's filters live in its address, so that they survive a reload and can be sent to a colleague. Read through <see cref="PageAddress"/>.</summary>
public sealed class UrlState(NavigationManager navigation)
{
    /// <summary>Writes filters without a reload and without a step in the history; null or empty removes one.</summary>
    public void Set(params (string Name, object? Value)[] filters) => navigation.NavigateTo(With(filters), replace: true);

    /// <summary>The page's address with these filters, for links.</summary>
    public string With(params (string Name, object? Value)[] filters) => navigation.GetUriWithQueryParameters(
        filters.ToDictionary(filter => filter.Name, filter => filter.Value?.ToString() is { Length: > 0 } text ? (object?)text : null));

    /// <summary>The filters alone, to be taken along to another address: "?q=pie", or nothing.</summary>
    public string Question(params (string Name, object? Value)[] filters) => new Uri(With(filters)).Query;
}
