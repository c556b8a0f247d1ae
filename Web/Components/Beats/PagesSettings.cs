using System.ComponentModel.DataAnnotations;

namespace Restaurant.Web.Components.Beats;

/// <summary>How many pages a node keeps; "Pages" in the configuration.</summary>
public sealed record PagesSettings
{
    /// <summary>While so many are open, whoever opens one more is told so. 500 by default.</summary>
    [Range(1, int.MaxValue)]
    public int Most { get; init; } = 500;
}
