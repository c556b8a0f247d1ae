namespace Restaurant.Web.Security;

/// <summary>Where to go after signing in: only to a page of ours, whatever the address says.</summary>
internal static class ReturnUrl
{
    public static string Safe(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl)
            && !url.StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase) ? url : "/";
}
