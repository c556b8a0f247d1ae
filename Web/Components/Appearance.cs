namespace Restaurant.Web.Components;

/// <summary>How the viewer wants it to look: kept in the browser's cookies, written there by appearance.js.</summary>
public sealed class Appearance(IHttpContextAccessor requests)
{
    public const string LightTheme = "_content/Radzen.Blazor/css/standard-base.css";
    public const string DarkTheme = "_content/Radzen.Blazor/css/standard-dark-base.css";

    /// <summary>"light", "dark", "neon"; null until chosen: then the browser follows its system.</summary>
    public string? Chosen => Cookie("appearance") is ("light" or "dark" or "neon") and var chosen ? chosen : null;

    public string? Sidebar => Cookie("sidebar") == "slim" ? "slim" : null;

    public string Theme => Chosen is "dark" or "neon" ? DarkTheme : LightTheme;

    private string? Cookie(string name) => requests.HttpContext?.Request.Cookies[name];
}
