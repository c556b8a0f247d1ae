using Restaurant.Domain.Jobs;

namespace Restaurant.Pipeline.Jobs;

/// <summary>One attempt while it is made: what the job tells, and why it is asked to stop.</summary>
internal sealed class RunUnderWay(JobRun run, JobDefinition job, TimeProvider clock) : IJobProgress, IDisposable
{
    private const int MostLines = 2000;
    private const int LongestLine = 1000;
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<ITimer> timers = [];
    private List<JobLogLine> unwritten = [];
    private (int Percent, string? Text) progress;
    private bool unsaid = true;
    private int lines;
    private int stopping;

    public JobRun Run => run;

    public JobDefinition Job => job;

    public Guid RunId => run.Id;

    public int Attempt => run.Attempts;

    public DateTimeOffset ScheduledAt => run.ScheduledAt;

    public string StartedBy => run.StartedBy;

    /// <summary>The id that the log lines and spans of this attempt carry.</summary>
    public string? CorrelationId { get; private set; }

    /// <summary>Cancelled as soon as the attempt shall end.</summary>
    public CancellationToken Stopping => stop.Token;

    /// <summary>Ends when the job has had its time to end by itself and has not.</summary>
    public Task Abandoned => abandoned.Task;

    public StopReason Reason => (StopReason)Volatile.Read(ref stopping);

    public void Start(string correlationId)
    {
        CorrelationId = correlationId;

        // It may have waited here for a place since it was claimed.
        run.StartedAt = clock.GetUtcNow();
        lock (gate)
        {
            timers.Add(clock.CreateTimer(_ => Stop(StopReason.SoftLimit), null, job.SoftLimit, Timeout.InfiniteTimeSpan));
            timers.Add(clock.CreateTimer(_ => abandoned.TrySetResult(), null, job.HardLimit, Timeout.InfiniteTimeSpan));
        }
    }

    /// <summary>Asks the job to end. The first reason stays.</summary>
    public void Stop(StopReason reason, TimeSpan? grace = null)
    {
        if (Interlocked.CompareExchange(ref stopping, (int)reason, (int)StopReason.None) != (int)StopReason.None)
            return;
        lock (gate)
        {
            if (grace is { } time)
                timers.Add(clock.CreateTimer(_ => abandoned.TrySetResult(), null, time, Timeout.InfiniteTimeSpan));
        }

        // A job's own callbacks must not run on the timer's or the beat's thread.
        _ = Task.Run(stop.Cancel);
    }

    public void Report(int percent, string sentence)
    {
        lock (gate)
            (progress, unsaid) = ((Math.Clamp(percent, 0, 100), StoredText.Of(sentence, JobRun.MaxText)), true);
    }

    public void Log(string line)
    {
        lock (gate)
        {
            if (lines > MostLines)
                return;
            var text = ++lines > MostLines ? "… more lines follow that are not kept." : StoredText.Of(line, LongestLine);
            unwritten.Add(new() { RunId = run.Id, Attempt = run.Attempts, Number = lines, At = clock.GetUtcNow(), Text = text });
        }
    }

    /// <summary>What is new since the last time, for the lease's renewal.</summary>
    public (RunBeat Beat, bool HasNews) Take()
    {
        lock (gate)
        {
            var beat = new RunBeat(run.Id, run.LeaseOwner!, progress.Percent, progress.Text, unwritten) { CorrelationId = CorrelationId };
            var news = unsaid || unwritten.Count > 0;
            (unwritten, unsaid) = ([], false);
            return (beat, news);
        }
    }

    /// <summary>The beat could not be written: its lines go with the next one.</summary>
    public void PutBack(RunBeat beat)
    {
        lock (gate)
            (unwritten, unsaid) = ([.. beat.Lines, .. unwritten], true);
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var timer in timers)
                timer.Dispose();
            timers.Clear();
        }

        // The source itself is left to the collector: a job that was left alone may still look at its token.
    }

}

/// <summary>Why an attempt is asked to end.</summary>
internal enum StopReason
{
    None,
    SoftLimit,
    Person,

    /// <summary>Another node has the run: nothing may be written about it any more.</summary>
    LeaseLost,
    Shutdown,
}
