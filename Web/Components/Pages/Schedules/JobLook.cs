using System.Globalization;
using Restaurant.Domain.Jobs;
using Restaurant.Web.Components.Shared;
using Restaurant.Web.Components.Shared.Runs;

namespace Restaurant.Web.Components.Pages.Schedules;

/// <summary>Words, colours and shapes of runs and schedules.</summary>
internal static class JobLook
{
    extension(JobRunState state)
    {
        public string Word => state switch
        {
            JobRunState.Waiting => "Held back",
            JobRunState.Dead => "Dead letter",
            _ => state.ToString(),
        };

        public Tone Tone => state switch
        {
            JobRunState.Running => Tone.Accent,
            JobRunState.Waiting or JobRunState.Retrying => Tone.Review,
            JobRunState.Succeeded => Tone.Done,
            JobRunState.Dead or JobRunState.Lost => Tone.Failed,
            JobRunState.Cancelled => Tone.Quarantined,
            _ => Tone.Neutral,
        };

        public string Icon => state switch
        {
            JobRunState.Queued => "clock",
            JobRunState.Waiting => "waiting",
            JobRunState.Running => "play",
            JobRunState.Retrying => "refresh",
            JobRunState.Succeeded => "done",
            JobRunState.Dead => "error",
            JobRunState.Cancelled => "stop",
            JobRunState.Lost => "offline",
            _ => "skip",
        };
    }

    extension(JobRun run)
    {
        /// <summary>How long the last attempt took, or takes so far.</summary>
        public string Took(DateTimeOffset now) => run is { StartedAt: { } began, FinishedAt: { } ended } ? DurationText.Of(ended - began)
            : run.Milliseconds is { } whole ? Duration(whole)
            : run is { State: JobRunState.Running, StartedAt: { } started } ? DurationText.Of(now - started)
            : "–";

        /// <summary>Who or what started it, to stand after "started".</summary>
        public string Starter => run.Cause switch
        {
            JobCause.Schedule => $"by the schedule {run.StartedBy}",
            JobCause.Chain => $"after {run.StartedBy}",
            JobCause.Replay => $"again by {run.StartedBy}",
            JobCause.Person => $"by {run.StartedBy}",
            _ => $"by the program ({run.StartedBy})",
        };

        /// <summary>The one line that says most about it at this moment.</summary>
        public string Gist => (run.State switch
        {
            JobRunState.Succeeded => run.Result,
            JobRunState.Running => run.ProgressText,
            JobRunState.Dead or JobRunState.Lost or JobRunState.Retrying => run.Error ?? run.Reason,
            _ => run.Reason,
        }) ?? "";
    }

    extension(MissedRuns missed)
    {
        public string Sentence => missed switch
        {
            MissedRuns.Skip => "Skip them",
            MissedRuns.All => "Run each (100 at most)",
            _ => "Run once for all",
        };
    }

    extension(NotifyOn notify)
    {
        public string Sentence => notify switch
        {
            NotifyOn.Failure => "When it fails for good",
            NotifyOn.Always => "At every end",
            _ => "Never",
        };
    }

    extension(TimetableKind kind)
    {
        public string Word => kind switch
        {
            TimetableKind.AfterSuccess => "After success",
            TimetableKind.AfterFailure => "After failure",
            _ => kind.ToString(),
        };
    }

    public static string Duration(long milliseconds) => milliseconds == 0 ? "< 1 ms" : DurationText.Of(milliseconds * 1000);

    /// <summary>"WhenWorthIt" becomes "When worth it".</summary>
    public static string Words(string name) =>
        string.Concat(name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    public static string Count(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
