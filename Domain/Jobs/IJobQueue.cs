namespace Restaurant.Domain.Jobs;

/// <summary>Runs as the worker sees them: handed out under leases, so that several nodes share the work and none does it twice.</summary>
public interface IJobQueue
{
    /// <summary>The name under which this process shows itself.</summary>
    string Node { get; }

    /// <summary>What the owners that this process names begin with, so that leases of a process that is gone can be told.</summary>
    string Holder { get; }

    /// <summary>
    /// Takes what is due, the highest priority first, within each job's concurrency and rate, and first what a dead node left behind. What heavy jobs the gate
    /// holds back is marked with the reason.
    /// </summary>
    /// <param name="owner">Different for every claim: settling compares it.</param>
    /// <param name="alive">Runs that this node still works on or has yet to settle: however late their leases are, it knows better than the clock.</param>
    Task<JobClaim> ClaimAsync(
        string owner, int most, TimeSpan lease, GateHold gate, CancellationToken cancellationToken, IReadOnlyCollection<Guid>? alive = null);

    /// <summary>Keeps the leases of runs under way and writes how far they are.</summary>
    /// <returns>For each that is still ours, who asked for it to stop, if somebody did. What is missing was lost to another node.</returns>
    Task<IReadOnlyDictionary<Guid, string?>> RenewAsync(IReadOnlyList<RunBeat> beats, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Writes what became of attempts, in one transaction: the run's new state, its attempt and log lines, the runs that follow it in a chain and the
    /// notice to the webhook. Leaves out runs whose lease was lost to another node.
    /// </summary>
    Task SettleAsync(IReadOnlyList<AttemptResult> results, CancellationToken cancellationToken);

    /// <summary>Gives runs back unharmed, with no attempt counted, as when the node stops.</summary>
    Task ReleaseAsync(IReadOnlyList<RunBeat> beats, CancellationToken cancellationToken);

    /// <summary>Ends leases that nobody can hold any more; the next claim takes care of their runs.</summary>
    /// <returns>How many.</returns>
    Task<int> RecoverAsync(CancellationToken cancellationToken);
}

/// <summary>What the gate says of heavy jobs at this moment.</summary>
/// <param name="HeldSinceBefore">Runs held since before this moment have waited for too long.</param>
public sealed record GateHold(bool IsOpen, string Reason, DateTimeOffset HeldSinceBefore, bool ThenSkip);

/// <param name="NextDue">Where fewer than asked for were taken: when the next waiting run will be due; null when none waits.</param>
public sealed record JobClaim(IReadOnlyList<JobRun> Runs, DateTimeOffset? NextDue = null);

/// <summary>How far a run under way is.</summary>
/// <param name="Lines">Log lines written since the last beat.</param>
public sealed record RunBeat(Guid RunId, string Owner, int Progress, string? ProgressText, IReadOnlyList<JobLogLine> Lines)
{
    /// <summary>Of the attempt under way, once it has begun.</summary>
    public string? CorrelationId { get; init; }
}

/// <summary>What became of one attempt.</summary>
/// <param name="State">Succeeded, Retrying, Dead or Cancelled.</param>
/// <param name="RetryAt">For Retrying.</param>
public sealed record AttemptResult(JobRun Run, JobRunState State, DateTimeOffset FinishedAt, string? Result, string? Error, string? ErrorDetail, DateTimeOffset? RetryAt)
{
    public int Progress { get; init; }
    public string? ProgressText { get; init; }
    public IReadOnlyList<JobLogLine> Lines { get; init; } = [];
    public string? CorrelationId { get; init; }

    /// <summary>The node died: the attempt counts as lost, whatever becomes of the run.</summary>
    public bool IsLost { get; init; }

    public long Milliseconds => Run.StartedAt is { } started ? Math.Max(0, (long)(FinishedAt - started).TotalMilliseconds) : 0;
}
