using Restaurant.Domain.Live;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Components.Layout;

/// <summary>One place of the product, as the navigation shows it.</summary>
/// <param name="Href">Where it leads.</param>
/// <param name="Icon">A name from <see cref="Icons"/>.</param>
/// <param name="Text">One word.</param>
/// <param name="Policy">Who sees it.</param>
/// <param name="Keys">The second key after g.</param>
public sealed record NavItem(string Href, string Icon, string Text, string Policy, string Keys)
{
    /// <summary>When one of these changes, <see cref="Count"/> is asked again.</summary>
    public Topic Watched { get; init; }

    /// <summary>How many things wait there for a person; no badge at 0.</summary>
    public Func<IServiceProvider, CancellationToken, Task<int>>? Count { get; init; }

    /// <summary>The badge's meaning.</summary>
    public Tone Tone { get; init; }

    /// <summary>What the badge counts, for screen readers: "waiting for a decision".</summary>
    public string Counted { get; init; } = "waiting";
}
