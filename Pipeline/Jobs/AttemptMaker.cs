using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Shared;

namespace Restaurant.Pipeline.Jobs;

/// <summary>Makes one attempt: the job in a scope of its own, its limits, and what came of it as an outcome. Never throws.</summary>
internal sealed partial class AttemptMaker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AttemptMaker> logger)
{
    /// <returns>Null when nothing may be written: the run belongs to another node now, or is given back.</returns>
    public async Task<AttemptResult?> MakeAsync(RunUnderWay attempt)
    {
        var run = attempt.Run;
        using var activity = Telemetry.Activities.StartActivity($"job {run.JobKey}");
        var correlation = (activity?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        activity?.SetTag("job.key", run.JobKey).SetTag("job.run", run.Id).SetTag("job.attempt", run.Attempts);
        using var scope = logger.BeginScope(new Dictionary<string, object> { ["JobKey"] = run.JobKey, ["JobRun"] = run.Id, ["Correlation"] = correlation });

        attempt.Start(correlation);
        var result = await RunAsync(attempt);
        if (result is null)
            return null;

        var (beat, _) = attempt.Take();
        result = result with { Progress = beat.Progress, ProgressText = beat.ProgressText, Lines = beat.Lines, CorrelationId = correlation };
        activity?.SetTag("job.state", result.State.ToString());
        Tell(attempt, result, activity);
        return result;
    }

    private async Task<AttemptResult?> RunAsync(RunUnderWay attempt)
    {
        var run = attempt.Run;
        try
        {
            var work = WorkAsync(attempt);
            if (await Task.WhenAny(work, attempt.Abandoned) != work)
            {
                // Its end interests nobody any more, but its exception must not go unseen.
                _ = work.ContinueWith(late => Log.LateFailure(logger, run.JobKey, late.Exception!), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                return attempt.Reason switch
                {
                    StopReason.LeaseLost or StopReason.Shutdown => null,
                    StopReason.Person => AttemptVerdict.Cancelled(run, "It did not listen when asked to stop and was left alone.", clock.GetUtcNow()),
                    _ => Failed(attempt, AttemptVerdict.TookTooLong(attempt.Job.HardLimit, listened: false)),
                };
            }

            return AttemptVerdict.Succeeded(run, await work, clock.GetUtcNow());
        }
        catch (Exception) when (attempt.Reason is StopReason.LeaseLost or StopReason.Shutdown)
        {
            return null;
        }
        catch (Exception) when (attempt.Reason == StopReason.Person)
        {
            return AttemptVerdict.Cancelled(run, "Stopped as asked.", clock.GetUtcNow());
        }
        catch (OperationCanceledException) when (attempt.Reason == StopReason.SoftLimit)
        {
            return Failed(attempt, AttemptVerdict.TookTooLong(attempt.Job.SoftLimit, listened: true));
        }
        catch (Exception exception)
        {
            return Failed(attempt, exception);
        }
    }

    private async Task<string> WorkAsync(RunUnderWay attempt)
    {
        await using var scope = scopes.CreateAsyncScope();
        var job = scope.ServiceProvider.GetRequiredKeyedService<Job>(attempt.Run.JobKey);
        return await job.RunAsync(attempt.Run.Arguments, attempt, attempt.Stopping);
    }

    private AttemptResult Failed(RunUnderWay attempt, Exception exception) =>
        AttemptVerdict.Failed(attempt.Run, attempt.Job, exception, Random.Shared.NextDouble(), clock.GetUtcNow());

    private void Tell(RunUnderWay attempt, AttemptResult result, Activity? activity)
    {
        var job = new KeyValuePair<string, object?>("job", attempt.Run.JobKey);
        JobTelemetry.Attempts.Add(1, job, new("state", result.State.ToString()));
        JobTelemetry.Time.Record(result.Milliseconds / 1000.0, job);
        if (attempt.Run.Attempts == 1)
            JobTelemetry.Wait.Record(Math.Max(0, (attempt.Run.StartedAt!.Value - attempt.Run.DueAt).TotalSeconds), job);
        if (result.Error is not { } error)
            return;
        activity?.SetStatus(ActivityStatusCode.Error, error);
        Log.Failed(logger, attempt.Run.JobKey, attempt.Run.Id, attempt.Run.Attempts, result.State, error);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Job {Job}, run {Run}, attempt {Attempt} ended {State}: {Error}")]
        public static partial void Failed(ILogger logger, string job, Guid run, int attempt, JobRunState state, string error);

        [LoggerMessage(LogLevel.Warning, "Job {Job} failed after it had been left alone.")]
        public static partial void LateFailure(ILogger logger, string job, Exception exception);
    }
}
