using System.Globalization;

namespace Restaurant.Domain.Jobs.Gate;

/// <summary>Whether heavy work may begin now, with the reason.</summary>
/// <param name="CpuLimit">Percent, of this hour.</param>
/// <param name="Sentence">For people: "Heavy jobs wait: processors 54 % busy, at most 30 % from 9 to 18 h."</param>
public sealed record GateDecision(bool IsOpen, int CpuLimit, int MemoryLimit, string Sentence)
{
    /// <summary>Pure. What cannot be measured counts as full.</summary>
    /// <param name="time">By the restaurant's clock.</param>
    public static GateDecision Decide(GateSettings settings, GateReading reading, TimeOnly time)
    {
        var limit = settings.CpuLimitAt(time);
        var cpu = Percent(reading.Cpu);
        var memory = Percent(reading.MemoryUsed);
        var hours = settings.BusyFrom == settings.BusyTo ? "" : Text($" {(settings.IsBusyAt(time) ? "from" : "outside")} {settings.BusyFrom} to {settings.BusyTo} h");
        return reading.Problem is { } problem
            ? new(false, limit, settings.Memory, $"Heavy jobs wait: this node cannot measure how busy it is ({problem}).")
            : cpu > limit
                ? new(false, limit, settings.Memory, Text($"Heavy jobs wait: processors {cpu} % busy, at most {limit} %{hours}."))
                : memory > settings.Memory
                    ? new(false, limit, settings.Memory, Text($"Heavy jobs wait: memory {memory} % full, at most {settings.Memory} %."))
                    : new(true, limit, settings.Memory, Text($"Heavy jobs may begin: processors {cpu} % of {limit} %, memory {memory} % of {settings.Memory} %."));
    }

    private static int Percent(double share) => (int)Math.Round(share * 100);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
