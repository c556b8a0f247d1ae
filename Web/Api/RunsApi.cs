using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Jobs;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class RunsApi
{
    public static void MapRuns(this IEndpointRouteBuilder routes)
    {
        var runs = routes.MapGroup("/api/runs").WithTags("Runs").RequireAuthorization(Policies.Look);
        runs.MapGet("/", List);
        runs.MapGet("/{id:guid}", Find);
        runs.MapPost("/", Start).RequireAuthorization(Policies.Manage);
        runs.MapPost("/replay", ReplayAll).RequireAuthorization(Policies.Manage);
        runs.MapPost("/{id:guid}/cancel", Cancel).RequireAuthorization(Policies.Manage);
        runs.MapPost("/{id:guid}/replay", Replay).RequireAuthorization(Policies.Manage);
    }

    /// <summary>Runs, the newest first. For older ones send what next says as after.</summary>
    private static async Task<RunsView> List([AsParameters] RunsQuery query, IJobRuns runs, JobCatalog jobs, CancellationToken cancellationToken)
    {
        var page = await runs.PageAsync(query.ToFilter(), query.After, Math.Clamp(query.Size ?? 50, 1, Paging.MaxSize), cancellationToken);
        return new([.. page.Rows.Select(run => RunView.Of(run, jobs))], page.More ? page.Rows[^1].Id : null);
    }

    /// <summary>One run with its attempts, its log lines and its whole error.</summary>
    private static async Task<Results<Ok<RunDetailView>, ProblemHttpResult>> Find(Guid id, IJobRuns runs, JobCatalog jobs, CancellationToken cancellationToken) =>
        await runs.FindAsync(id, cancellationToken) is { } detail ? TypedResults.Ok(RunDetailView.Of(detail, jobs)) : ChangeResults.Missing("run");

    /// <summary>Starts a job without a schedule, now or at a later moment.</summary>
    private static async Task<Results<Accepted<RunView>, ProblemHttpResult>> Start(
        StartBody body, IJobRuns runs, JobCatalog jobs, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var run = new NewRun(body.Job, user.Who, JobCause.Person)
        {
            Arguments = body.Arguments,
            Priority = body.Priority,
            DueAt = body.DueAt?.ToUniversalTime(),
            Notify = body.Notify,
        };
        return RunView.Accepted(await runs.EnqueueAsync(run, cancellationToken), jobs);
    }

    /// <summary>Stops a run: one that waits at once, one under way as soon as its node sees it.</summary>
    private static async Task<Results<Accepted<RunView>, ProblemHttpResult>> Cancel(
        Guid id, CancelBody body, IJobRuns runs, JobCatalog jobs, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        RunView.Accepted(await runs.CancelAsync(id, user.Who, body.Why, cancellationToken), jobs);

    /// <summary>Runs again what is over, with the same arguments or others.</summary>
    private static async Task<Results<Accepted<RunView>, ProblemHttpResult>> Replay(
        Guid id, ArgumentsBody body, IJobRuns runs, JobCatalog jobs, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        RunView.Accepted(await runs.ReplayAsync(id, body.Arguments, user.Who, cancellationToken), jobs);

    /// <summary>Runs all dead letters again, of one job or of all, at most a thousand at a time. Other arguments only for one job.</summary>
    private static async Task<Results<Ok<ReplayedView>, ProblemHttpResult>> ReplayAll(
        ReplayAllBody body, IJobRuns runs, JobCatalog jobs, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var arguments = body.Arguments;
        if (body.Job is { } key && jobs.Find(key) is null)
            return ChangeResults.Missing("job");
        if (arguments is not null && body.Job is null)
            return TypedResults.Problem("Say of which job: other arguments only make sense for one.", statusCode: StatusCodes.Status409Conflict);
        return TypedResults.Ok(new ReplayedView(await runs.ReplayAllAsync(body.Job, arguments, user.Who, cancellationToken)));
    }

    internal sealed record StartBody(
        [MaxLength(JobDefinition.MaxKey)] string Job, [property: JsonConverter(typeof(JsonText))] string? Arguments = null, JobPriority? Priority = null, DateTimeOffset? DueAt = null, NotifyOn Notify = NotifyOn.Never);

    internal sealed record CancelBody([MaxLength(JobRun.MaxText - 200)] string? Why = null);

    internal sealed record ReplayAllBody([MaxLength(JobDefinition.MaxKey)] string? Job = null, [property: JsonConverter(typeof(JsonText))] string? Arguments = null);

    internal sealed record ReplayedView(int Replayed);

    /// <param name="Next">Send it as after for older ones; null at the end.</param>
    internal sealed record RunsView(IReadOnlyList<RunView> Rows, Guid? Next);
}

/// <param name="Search">In the job, the person, the arguments, the result and the error.</param>
/// <param name="From">Asked for at or after this moment.</param>
/// <param name="Dead">Only dead letters and lost runs that nobody has replayed.</param>
/// <param name="After">The last run of the page before.</param>
internal sealed record RunsQuery(
    [property: MaxLength(200)] string? Search, JobRunState[]? State, [property: MaxLength(JobDefinition.MaxKey)] string? Job, Guid? Schedule,
    [property: MaxLength(200)] string? Argument, [property: MaxLength(200)] string? Error, DateTimeOffset? From, DateTimeOffset? Until, long? MinMilliseconds,
    long? MaxMilliseconds, [property: MaxLength(200)] string? Node, bool? Dead, Guid? After, int? Size)
{
    // Ids hold their moment from 1970 on; nothing ran before.
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public RunFilter ToFilter() => new(Search, State is { Length: > 0 } ? State : null, Job, Schedule, Argument, Error, Bounded(From), Bounded(Until))
    {
        MinMilliseconds = MinMilliseconds,
        MaxMilliseconds = MaxMilliseconds,
        Node = Node,
        Unhandled = Dead ?? false,
    };

    private static DateTimeOffset? Bounded(DateTimeOffset? at) => at is not { } moment ? null
        : moment < Earliest ? Earliest
        : moment > Latest ? Latest
        : moment.ToUniversalTime();
}
