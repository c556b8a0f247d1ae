namespace Restaurant.Web.Components;

/// <summary>How the viewer wants it to look: kept in the browser's cookies, written there by appearance.js.</summary>
public sealed class Appearance(IHttpContextAccessor requests)
{
    public const string LightHref = "_content/Radzen.Blazor/css/standard-base.css?v=12.0.8";
    public const string DarkHref = "_content/Radzen.Blazor/css/standard-dark-base.css?v=12.0.8";

    /// <summary>"light", "dark", "neon"; null until chosen: then the browser follows its system.</summary>
    public string? Chosen => Cookie("appearance") is ("light" or "dark" or "neon") and var chosen ? chosen : null;

    public string? Sidebar => Cookie("sidebar") == "slim" ? "slim" : null;

    public string ThemeHref => Chosen is "dark" or "neon" ? DarkHref : LightHref;

    private string? Cookie(string name) => requests.HttpContext?.Request.Cookies[name];
}
