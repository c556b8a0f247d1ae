using Restaurant.Domain.Jobs;
using Restaurant.Domain.Jobs.Gate;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class JobsApi
{
    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapGroup("/api/jobs").WithTags("Jobs").RequireAuthorization(Policies.Look);
        jobs.MapGet("/", List);
        jobs.MapGet("/status", Status);
    }

    /// <summary>All jobs this program knows, with the arguments each takes.</summary>
    private static IReadOnlyList<JobView> List(JobCatalog jobs) => [.. jobs.All.Select(job => JobView.Of(job, jobs))];

    /// <summary>What runs, waits and failed, how busy the nodes are, what the gate says, and which dependency is away.</summary>
    private static async Task<JobsStatus> Status(
        IJobRuns runs, IJobNodes nodes, ResourceGate gate, JobCatalog jobs, TimeProvider clock, IDependencies dependencies, CancellationToken cancellationToken)
    {
        var figures = await runs.FiguresAsync(cancellationToken);
        var decision = gate.Decision;
        var now = clock.GetUtcNow();
        return new(
            figures, new(decision.IsOpen, decision.Sentence, decision.CpuLimit, decision.MemoryLimit, gate.Reading),
            [.. (await nodes.ListAsync(cancellationToken)).Select(node => new NodeView(node.Name, node.IsAlive(now), node.StartedAt, node.SeenAt, node.Places, node.Running, node.Gauges, node.GateSentence))],
            [.. (await runs.RunningAsync(cancellationToken)).Select(run => RunView.Of(run, jobs))],
            await dependencies.ReadAsync(cancellationToken));
    }

    internal sealed record JobView(
        string Key, string Name, string Description, string? BuiltInSchedule, JobPriority Priority, int Retries, double FirstWaitSeconds, double SoftLimitSeconds,
        double HardLimitSeconds, int Concurrency, int? RatePer, double? RateSeconds, bool IsHeavy, bool MayRepeat, IReadOnlyList<JobParameter> Parameters)
    {
        public static JobView Of(JobDefinition job, JobCatalog jobs) => new(
            job.Key, job.Name, job.Description, job.Schedule?.InWords(jobs.NameOf), job.Priority, job.Retry.Retries, job.Retry.FirstWait.TotalSeconds,
            job.SoftLimit.TotalSeconds, job.HardLimit.TotalSeconds, job.Concurrency, job.Rate?.Runs, job.Rate?.Per.TotalSeconds, job.IsHeavy, job.MayRepeat, job.Parameters);
    }

    internal sealed record JobsStatus(
        RunFigures Figures, GateView Gate, IReadOnlyList<NodeView> Nodes, IReadOnlyList<RunView> Running, IReadOnlyList<Dependency> Dependencies);

    /// <param name="Sentence">Why heavy jobs wait or may begin.</param>
    internal sealed record GateView(bool IsOpen, string Sentence, int CpuLimit, int MemoryLimit, GateReading Reading);

    internal sealed record NodeView(
        string Name, bool IsAlive, DateTimeOffset StartedAt, DateTimeOffset SeenAt, int Places, int Running, GateReading Gauges, string GateSentence);
}
