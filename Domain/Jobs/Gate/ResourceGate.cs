using Restaurant.Domain.Settings;

namespace Restaurant.Domain.Jobs.Gate;

/// <summary>The gate of this node as it stands now.</summary>
public sealed class ResourceGate(IGateMeter meter, ISettings settings, TimeProvider clock)
{
    public GateReading Reading => meter.Read();

    public GateDecision Decision => Decide(meter.Read());

    public GateDecision Decide(GateReading reading) =>
        GateDecision.Decide(settings.Current.Jobs.Gate, reading, TimeOnly.FromDateTime(settings.Current.ToLocal(clock.GetUtcNow()).DateTime));

    /// <summary>What the queue must know of it.</summary>
    public GateHold Hold()
    {
        var gate = settings.Current.Jobs.Gate;
        var decision = Decision;
        return new(
            decision.IsOpen, decision.Sentence, clock.GetUtcNow() - TimeSpan.FromMinutes(gate.LongestWaitMinutes),
            gate.AfterLongestWait == AfterLongestWait.Skip);
    }
}
