namespace Restaurant.Domain.Jobs;

/// <summary>What a schedule does at this moment: which of its times are run, how many were missed, when it fires next.</summary>
/// <param name="Runs">The planned times that become runs, oldest first.</param>
public sealed record Firing(IReadOnlyList<DateTimeOffset> Runs, int Missed, DateTimeOffset? NextAt)
{
    /// <summary>Of more missed runs than this, only the last are made up for.</summary>
    public const int MostRuns = 100;

    // An alarm may ring this late and still be on time; a node that is being restarted may take longer over the last one.
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LastPrompt = TimeSpan.FromSeconds(60);
    private const int MostCounted = 100_000;

    /// <summary>Pure.</summary>
    /// <param name="isBehind">A run of an earlier firing has not begun yet: another one would only queue behind it.</param>
    public static Firing Decide(Schedule schedule, bool isBehind, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (schedule.IsPaused || schedule.DeletedAt is not null || schedule.NextAt is not { } due || due > now)
            return new([], 0, schedule.NextAt);

        var times = schedule.Timetable.Times(due, schedule.CreatedAt, zone).TakeWhile(time => time <= now).Take(MostCounted).Prepend(due).ToList();
        var prompt = times.Where((time, at) => now - time <= (at == times.Count - 1 ? LastPrompt : Prompt)).ToList();
        var missed = times.Count - prompt.Count;
        var next = schedule.Timetable.Next(now, schedule.CreatedAt, zone);
        return schedule.Missed switch
        {
            MissedRuns.All => new([.. times.TakeLast(MostRuns)], missed, next),
            _ when isBehind => new([], times.Count, next),
            MissedRuns.Once when prompt.Count == 0 => new([times[^1]], missed, next),
            _ => new(prompt, missed, next),
        };
    }
}
