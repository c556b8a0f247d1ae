using Restaurant.Domain.Jobs;
using Restaurant.Domain.Jobs.Gate;

namespace Restaurant.Pipeline.Jobs;

/// <summary>Shows this node to the others: that it lives, what it runs, how busy it is.</summary>
internal sealed class NodeSigns(IJobQueue queue, IJobNodes nodes, ResourceGate gate, WorkerSettings settings, TimeProvider clock)
{
    private readonly DateTimeOffset started = clock.GetUtcNow();
    private long lastAt;

    public async Task GiveAsync(int running, CancellationToken cancellationToken)
    {
        if (lastAt != 0 && clock.GetElapsedTime(lastAt) < settings.Sign)
            return;
        var reading = gate.Reading;
        var decision = gate.Decide(reading);
        JobTelemetry.Running.Record(running);
        JobTelemetry.GateOpen.Record(decision.IsOpen ? 1 : 0);
        var node = new JobNode
        {
            Name = queue.Node,
            StartedAt = started,
            SeenAt = clock.GetUtcNow(),
            Places = settings.Places,
            Running = running,
            Gauges = reading,
            GateOpen = decision.IsOpen,
            GateSentence = decision.Sentence,
        };
        await nodes.BeatAsync(node, cancellationToken);
        lastAt = clock.GetTimestamp();
    }
}
