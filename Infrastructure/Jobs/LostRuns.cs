using Restaurant.Domain.Jobs;

namespace Restaurant.Infrastructure.Jobs;

internal static class LostRuns
{
    /// <summary>What becomes of a run whose node gave no sign of life. Pure.</summary>
    /// <param name="job">Null where this version does not know it.</param>
    public static AttemptResult Decide(JobRun run, JobDefinition? job, DateTimeOffset now)
    {
        var error = $"Node {run.Node} died in the middle of attempt {run.Attempts}.";
        if (run.CancelledBy is not null)
            return new(run, JobRunState.Cancelled, now, null, error, null, null);
        if (job is not { MayRepeat: true })
            return new(run, JobRunState.Lost, now, null, $"{error} It may have done its work or part of it: look, then replay it.", null, null);

        // A job that takes its node down must not take down one after the other.
        return run.Attempts > Math.Max(job.Retry.Retries, 1)
            ? new(run, JobRunState.Dead, now, null, $"{error} It was the last one.", null, null)
            : new(run, JobRunState.Retrying, now, null, error, null, now) { IsLost = true };
    }
}
