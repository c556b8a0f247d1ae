namespace Restaurant.Domain.Runs;

/// <summary>One message's way through the flow, with every step in the order in which it started.</summary>
public sealed record Run
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public long MessageNumber { get; init; }
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>From claim to decision, in microseconds.</summary>
    public long Microseconds { get; init; }
    public RunOutcome Outcome { get; init; }

    /// <summary>The text that was read, when it is not the message's own: a turn, or a replay with edited input.</summary>
    public string? Text { get; init; }

    /// <summary>Who asked for it: "pump", or the e-mail of the person who replayed it.</summary>
    public string StartedBy { get; init; } = "pump";
    public IReadOnlyList<RunStep> Steps { get; init; } = [];
    public string? Error { get; init; }
}

/// <summary>What a step did: one sentence for people, details for machines.</summary>
/// <param name="OffsetMicroseconds">From the start of the run.</param>
/// <param name="Detail">JSON; null when there is nothing to add.</param>
public sealed record RunStep(string Name, StepOutcome Outcome, string Summary, long OffsetMicroseconds, long Microseconds, string? Detail = null);

public enum RunOutcome
{
    Succeeded,
    HandedOver,
    Failed,
}

public enum StepOutcome
{
    Continued,
    HandedOver,
    Failed,
}
