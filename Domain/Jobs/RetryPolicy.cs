namespace Restaurant.Domain.Jobs;

/// <summary>How often and how patiently a failed attempt is made again.</summary>
/// <param name="Retries">Attempts after the first; 0 gives up at once.</param>
/// <param name="FirstWait">Before the first retry; each further one waits twice as long.</param>
/// <param name="Jitter">Share by which a wait is made longer or shorter, 0 to 1, so that what failed together does not come back together.</param>
public sealed record RetryPolicy(int Retries, TimeSpan FirstWait, double Jitter = 0.1)
{
    // A wait is never longer than a day: nobody expects a thing to come back after that.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static RetryPolicy Default { get; } = new(3, TimeSpan.FromSeconds(60));

    public static RetryPolicy None { get; } = new(0, TimeSpan.Zero);

    /// <summary>The wait after this many failed attempts; null when there is no further one.</summary>
    /// <param name="chance">A number from 0 to 1 that places the wait within the jitter.</param>
    public TimeSpan? WaitAfter(int attempts, double chance)
    {
        if (attempts > Retries)
            return null;
        var wait = FirstWait.TotalSeconds * Math.Pow(2, attempts - 1) * (1 + (Jitter * ((2 * chance) - 1)));
        return wait >= Longest.TotalSeconds ? Longest : TimeSpan.FromSeconds(wait);
    }
}
