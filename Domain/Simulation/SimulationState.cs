namespace Restaurant.Domain.Simulation;

/// <summary>One playing of a dataset into the inbox. Its position is in the database, so a restart goes on where it was.</summary>
public sealed class SimulationState
{
    // The first batch leaves at once: a rate of so short a stretch says nothing.
    private static readonly TimeSpan Telling = TimeSpan.FromMilliseconds(500);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DatasetId { get; init; }
    public required string DatasetName { get; init; }
    public Pace Pace { get; init; }
    public SimulationStatus Status { get; set; }

    /// <summary>Messages put into the inbox so far, and with that the row that comes next.</summary>
    public int Position { get; set; }
    public int Total { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public required string StartedBy { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the next batch goes out.</summary>
    public DateTimeOffset NextAt { get; set; }
    public DateTimeOffset? LastBatchAt { get; set; }

    /// <summary>Where and when the present stretch began: at the start, after a pause, after a restart.</summary>
    public int StretchFrom { get; set; }
    public DateTimeOffset StretchAt { get; set; }

    /// <summary>The node that plays it, until then.</summary>
    public string? LeaseOwner { get; set; }
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>1 while it runs or is paused, nothing afterwards; unique, so that there is one at a time.</summary>
    public int? Slot { get; set; } = 1;

    public bool IsActive => Status is SimulationStatus.Running or SimulationStatus.Paused;

    /// <summary>Messages a minute in the present stretch; 0 while it is too short to tell.</summary>
    public double PerMinute => LastBatchAt - StretchAt is { } stretch && stretch > Telling ? (Position - StretchFrom) / stretch.TotalMinutes : 0;

    /// <summary>The same message of the same playing always has the same external id: put in twice, it is the same message.</summary>
    public string ExternalId(DatasetMessage message) => $"{Id}:{message.Row}";
}

public enum SimulationStatus
{
    Running,
    Paused,
    Stopped,
    Done,
}

/// <summary>How long the simulator waits between two batches.</summary>
public enum Pace
{
    /// <summary>As on a usual day.</summary>
    Real,

    /// <summary>To look on without waiting long.</summary>
    Brisk,

    /// <summary>Without any wait; each message is read on its own.</summary>
    Fast,
}
