using System.Globalization;
using Restaurant.Domain.Jobs;

namespace Restaurant.Web.Health;

/// <summary>How the background work stands, and what the product leans on, in the words of the readiness check.</summary>
internal sealed class JobsReady(IJobRuns runs, IJobNodes nodes, IDependencies dependencies, TimeProvider clock)
{
    private static readonly TimeSpan LongInQueue = TimeSpan.FromMinutes(5);

    public async Task<(ReadyState, string)> RunAsync(CancellationToken cancellationToken)
    {
        var figures = await runs.FiguresAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var alive = (await nodes.ListAsync(cancellationToken)).Where(node => node.IsAlive(now)).ToList();
        if (alive.FirstOrDefault(node => node.Gauges.Problem is not null) is { } blind)
            return (ReadyState.Degraded, $"{blind.Name}: {blind.GateSentence}");

        // What the gate holds back waits on purpose.
        var late = figures.OldestDue is { } oldest && figures.Queued > figures.Held && now - oldest > LongInQueue;
        var counts = string.Create(CultureInfo.InvariantCulture, $"{figures.Running} running, {figures.Queued} waiting, {figures.Held} of them at the gate");
        return (late, alive.Count) switch
        {
            (true, 0) => (ReadyState.Degraded, $"{counts}. No node runs jobs: start one with the role worker or all."),
            (true, _) => (ReadyState.Degraded, $"{counts}. The oldest waits for more than five minutes: see Schedules."),
            _ when figures.DeadLetters > 0 => (ReadyState.Ok, $"{counts}, {figures.DeadLetters} given up: replay them in Schedules."),
            _ => (ReadyState.Ok, $"{counts}."),
        };
    }

    /// <summary>What is away, with what waits for it and what happens next; empty when all is there.</summary>
    public async Task<IReadOnlyList<ReadyPart>> AwayAsync(CancellationToken cancellationToken) =>
    [
        .. (await dependencies.ReadAsync(cancellationToken)).Where(one => one.State == DependencyState.Down)
            .Select(one => new ReadyPart(one.Name.ToLowerInvariant(), ReadyState.Degraded, Sentence(one))),
    ];

    private static string Sentence(Dependency one) => string.Join(
        ' ', one.Sentence, one.Since is { } since ? $"Since {since.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC." : "", one.Waits, one.Next).Replace("  ", " ", StringComparison.Ordinal);
}
