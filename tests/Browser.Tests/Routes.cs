using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Restaurant.Browser.Tests;

/// <summary>All pages the router knows, so that no new page escapes.</summary>
public static partial class Routes
{
    /// <summary>Pages on a circuit; a parameter gets a value that points at nothing, because a page must bear that too.</summary>
    public static IReadOnlyList<string> Interactive { get; } = Find(alone: false);

    /// <summary>Plain pages: sign-in, one-time link, errors.</summary>
    public static IReadOnlyList<string> Plain { get; } = Find(alone: true);

    private static string[] Find(bool alone) =>
    [
        .. from type in typeof(Program).Assembly.GetTypes()
           where typeof(IComponent).IsAssignableFrom(type)
           where type.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute)) == alone
           from route in type.GetCustomAttributes<RouteAttribute>()
           orderby route.Template
           select Parameter().Replace(route.Template, match => Sample(match.Value)),
    ];

    private static string Sample(string parameter) =>
        parameter.Contains(":guid", StringComparison.Ordinal) ? "00000000-0000-0000-0000-000000000001"
        : parameter.Contains(":long", StringComparison.Ordinal) || parameter.Contains(":int", StringComparison.Ordinal) ? "999999999"
        : "none";

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
