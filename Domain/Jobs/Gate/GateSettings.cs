using System.ComponentModel.DataAnnotations;

namespace Restaurant.Domain.Jobs.Gate;

/// <summary>How busy the house may be for heavy work to begin. Shares are percent, 1 to 100.</summary>
public sealed record GateSettings
{
    /// <summary>Processor use of the machine above which heavy jobs wait while guests are there.</summary>
    [Range(1, 100)]
    public int BusyHoursCpu { get; init; } = 30;

    /// <summary>The same for all other hours.</summary>
    [Range(1, 100)]
    public int QuietHoursCpu { get; init; } = 70;

    [Range(1, 100)]
    public int Memory { get; init; } = 80;

    /// <summary>Full hours of the restaurant's clock; from 22 to 6 goes over midnight; the same twice means never.</summary>
    [Range(0, 24)]
    public int BusyFrom { get; init; } = 9;

    [Range(0, 24)]
    public int BusyTo { get; init; } = 18;

    /// <summary>How long the gate may hold a run back.</summary>
    [Range(1, 7 * 24 * 60)]
    public int LongestWaitMinutes { get; init; } = 6 * 60;

    public AfterLongestWait AfterLongestWait { get; init; } = AfterLongestWait.Start;

    public bool IsBusyAt(TimeOnly time) => BusyFrom <= BusyTo
        ? time.Hour >= BusyFrom && time.Hour < BusyTo
        : time.Hour >= BusyFrom || time.Hour < BusyTo;

    public int CpuLimitAt(TimeOnly time) => IsBusyAt(time) ? BusyHoursCpu : QuietHoursCpu;
}

/// <summary>What becomes of a run that the gate has held back for the longest wait.</summary>
public enum AfterLongestWait
{
    Start,
    Skip,
}
