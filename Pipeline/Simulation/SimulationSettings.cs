using System.ComponentModel.DataAnnotations;
using Restaurant.Domain.Simulation;

namespace Restaurant.Pipeline.Simulation;

/// <summary>How the simulator plays; "Simulation" in the configuration.</summary>
public sealed record SimulationSettings : IValidatableObject
{
    /// <summary>Seconds between two batches at real pace; 10.5 by default.</summary>
    [Range(0, 3600)]
    public double RealFrom { get; init; } = 10.5;

    /// <summary>20.5 by default.</summary>
    [Range(0, 3600)]
    public double RealTo { get; init; } = 20.5;

    /// <summary>Seconds between two batches at brisk pace; 0.5 by default.</summary>
    [Range(0, 3600)]
    public double BriskFrom { get; init; } = 0.5;

    /// <summary>2 by default.</summary>
    [Range(0, 3600)]
    public double BriskTo { get; init; } = 2;

    /// <summary>A batch has 1 to so many messages; 8 by default.</summary>
    [Range(1, 500)]
    public int MaxBatch { get; init; } = 8;

    public TimeSpan Wait(Pace pace, Random random)
    {
        var (from, to) = pace switch
        {
            Pace.Real => (RealFrom, RealTo),
            Pace.Brisk => (BriskFrom, BriskTo),
            _ => (0, 0),
        };
        return TimeSpan.FromSeconds(from + (random.NextDouble() * (to - from)));
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RealTo < RealFrom)
            yield return new("Simulation:RealTo must not be less than Simulation:RealFrom.", [nameof(RealTo)]);
        if (BriskTo < BriskFrom)
            yield return new("Simulation:BriskTo must not be less than Simulation:BriskFrom.", [nameof(BriskTo)]);
    }
}
