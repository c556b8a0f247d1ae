using System.Globalization;
using Restaurant.Domain.Jobs;

namespace Restaurant.Pipeline.Jobs;

/// <summary>What becomes of a run after an attempt. Pure.</summary>
internal static class AttemptVerdict
{
    public static AttemptResult Succeeded(JobRun run, string result, DateTimeOffset now) =>
        new(run, JobRunState.Succeeded, now, StoredText.Of(result, JobRun.MaxText), null, null, null);

    public static AttemptResult Cancelled(JobRun run, string error, DateTimeOffset now) => new(run, JobRunState.Cancelled, now, null, error, null, null);

    /// <param name="chance">From 0 to 1; places the wait within the jitter.</param>
    public static AttemptResult Failed(JobRun run, JobDefinition job, Exception failure, double chance, DateTimeOffset now)
    {
        var error = StoredText.Of(failure.Message, JobRun.MaxText);
        var detail = StoredText.Of(failure.ToString(), JobRun.MaxError);
        var wait = failure is GiveUpException ? null : job.Retry.WaitAfter(run.Attempts, chance);
        return wait is { } patience
            ? new(run, JobRunState.Retrying, now, null, error, detail, now + patience)
            : new(run, JobRunState.Dead, now, null, error, detail, null);
    }

    public static TimeoutException TookTooLong(TimeSpan limit, bool listened) => new(listened
        ? Text($"It took longer than {limit.TotalSeconds:0.#} s and was stopped.")
        : Text($"It took longer than {limit.TotalSeconds:0.#} s, did not listen when asked to stop, and was left alone; what it still does has no effect on this run."));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
