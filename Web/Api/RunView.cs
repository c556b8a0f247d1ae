using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Shared;

namespace Restaurant.Web.Api;

/// <summary>A run as a program reads it.</summary>
/// <param name="FromRun">The run that this one replays, or follows in a chain.</param>
/// <param name="TraceId">Logs and spans of the last attempt carry it.</param>
internal sealed record RunView(
    Guid Id, string Job, string JobName, Guid? Schedule, JobRunState State, JobCause Cause, string StartedBy, [property: JsonConverter(typeof(JsonText))] string? Arguments, JobPriority Priority,
    DateTimeOffset ScheduledAt, DateTimeOffset QueuedAt, DateTimeOffset DueAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, int Attempts, int Progress,
    string? ProgressText, string? Result, string? Reason, string? Error, string? Node, long? Milliseconds, Guid? FromRun, Guid? ReplayedAs, string? TraceId)
{
    public static RunView Of(JobRun run, JobCatalog jobs) => new(
        run.Id, run.JobKey, jobs.NameOf(run.JobKey), run.ScheduleId, run.State, run.Cause, run.StartedBy, run.Arguments, run.Priority,
        run.ScheduledAt, run.QueuedAt, run.DueAt, run.StartedAt, run.FinishedAt, run.Attempts, run.Progress, run.ProgressText, run.Result, run.Reason, run.Error,
        run.Node, run.Milliseconds, run.FromRun, run.ReplayedAs, run.CorrelationId);

    public static Results<Accepted<RunView>, ProblemHttpResult> Accepted(Change<JobRun> change, JobCatalog jobs) =>
        change.IsDone ? TypedResults.Accepted($"/api/runs/{change.Value.Id}", Of(change.Value, jobs)) : ChangeResults.Problem(change);
}

internal sealed record RunDetailView(RunView Run, string? ErrorDetail, IReadOnlyList<AttemptView> Attempts, IReadOnlyList<LineView> Lines)
{
    public static RunDetailView Of(RunDetail detail, JobCatalog jobs) => new(
        RunView.Of(detail.Run, jobs), detail.Run.ErrorDetail,
        [.. detail.Attempts.Select(attempt => new AttemptView(attempt.Number, attempt.State, attempt.StartedAt, attempt.FinishedAt, attempt.Node, attempt.Sentence, attempt.ErrorDetail, attempt.CorrelationId))],
        [.. detail.Lines.Select(line => new LineView(line.Attempt, line.Number, line.At, line.Text))]);
}

internal sealed record AttemptView(
    int Number, JobRunState State, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, string? Node, string? Sentence, string? ErrorDetail, string? TraceId);

internal sealed record LineView(int Attempt, int Number, DateTimeOffset At, string Text);
