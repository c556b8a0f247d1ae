namespace Restaurant.Domain.Shared;

/// <summary>How busy the machine is, whoever keeps it busy.</summary>
public interface IProcessorLoad
{
    /// <summary>The share of all processors that were busy during the last second or so, 0 to 1.</summary>
    double Busy { get; }
}
