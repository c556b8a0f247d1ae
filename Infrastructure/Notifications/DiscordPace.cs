namespace Restaurant.Infrastructure.Notifications;

/// <summary>How one round of sending goes: quick tries, each with its time-out.</summary>
public sealed record DiscordPace(TimeSpan TryTimeout, TimeSpan Backoff, int Tries = 3)
{
    /// <summary>A room that was away and answers at all answers at once.</summary>
    public TimeSpan KnockTimeout => TryTimeout / 4;

    public static DiscordPace Default { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(500));
}
