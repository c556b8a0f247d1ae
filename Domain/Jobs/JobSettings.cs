using System.ComponentModel.DataAnnotations;
using Restaurant.Domain.Jobs.Gate;

namespace Restaurant.Domain.Jobs;

/// <summary>What the owner decides about background work. Every value has a working default.</summary>
public sealed record JobSettings
{
    public GateSettings Gate { get; init; } = new();

    /// <summary>How long runs are kept. Dead letters nobody replayed are kept three times as long.</summary>
    [Range(1, 3650)]
    public int KeepRunsDays { get; init; } = 90;

    /// <summary>How long the log lines of runs are kept; the error stays as long as the run.</summary>
    [Range(1, 3650)]
    public int KeepDetailsDays { get; init; } = 30;

    /// <summary>How long the traces of messages are kept. Orders, enquiries and messages themselves stay.</summary>
    [Range(1, 3650)]
    public int KeepTracesDays { get; init; } = 90;
}
