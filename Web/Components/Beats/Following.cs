using Restaurant.Domain.Live;

namespace Restaurant.Web.Components.Beats;

/// <summary>What one part of a page wants to be woken for.</summary>
public sealed record Following(Topic Topics, Onlooker Onlooker)
{
    /// <summary>The shortest time between two wakes; asked anew each time.</summary>
    public Func<TimeSpan?> Pace { get; init; } = () => null;

    /// <summary>Woken after this time though nothing changed.</summary>
    public TimeSpan? AtLeastEvery { get; init; }

    /// <summary>Also while nobody sees the page, because it can be heard.</summary>
    public bool EvenUnseen { get; init; }
}

/// <param name="Changed">Those of the topics that changed since the last wake; none where it was only time.</param>
public readonly record struct Wake(Beat Beat, Topic Changed);
