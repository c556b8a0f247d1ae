using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Simulation;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class SimulationApi
{
    public static void MapSimulation(this IEndpointRouteBuilder routes)
    {
        var simulation = routes.MapGroup("/api/simulation").WithTags("Simulation").RequireAuthorization(Policies.Look);
        simulation.MapGet("/", State);
        simulation.MapPost("/start", Start).RequireAuthorization(Policies.Manage);
        simulation.MapPost("/pause", Pause).RequireAuthorization(Policies.Manage);
        simulation.MapPost("/resume", Resume).RequireAuthorization(Policies.Manage);
        simulation.MapPost("/stop", Stop).RequireAuthorization(Policies.Manage);
        simulation.MapGet("/datasets", Datasets);
        simulation.MapGet("/datasets/{id:guid}/messages", Messages);
        simulation.MapPost("/datasets", Upload).RequireAuthorization(Policies.Manage).Accepts<string>("text/csv")
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Dataset.MaxBytes + 1024));
        simulation.MapDelete("/datasets/{id:guid}", Remove).RequireAuthorization(Policies.Manage);
    }

    /// <summary>The simulation that runs or is paused, or the last that ended; nothing when there never was one.</summary>
    private static async Task<Results<Ok<SimulationView>, NoContent>> State(ISimulations simulations, CancellationToken cancellationToken) =>
        await simulations.CurrentAsync(cancellationToken) is { } state ? TypedResults.Ok(SimulationView.Of(state)) : TypedResults.NoContent();

    /// <summary>Starts to play a dataset into the inbox. One runs at a time.</summary>
    private static async Task<Results<Ok<SimulationView>, ProblemHttpResult>> Start(
        StartBody body, ISimulations simulations, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await AnswerAsync(simulations, await simulations.StartAsync(body.Dataset, body.Pace, user.Who, cancellationToken), cancellationToken);

    /// <summary>Sends nothing more until it is resumed.</summary>
    private static async Task<Results<Ok<SimulationView>, ProblemHttpResult>> Pause(
        ISimulations simulations, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await AnswerAsync(simulations, await simulations.PauseAsync(user.Who, cancellationToken), cancellationToken);

    /// <summary>Goes on where it was paused.</summary>
    private static async Task<Results<Ok<SimulationView>, ProblemHttpResult>> Resume(
        ISimulations simulations, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await AnswerAsync(simulations, await simulations.ResumeAsync(user.Who, cancellationToken), cancellationToken);

    /// <summary>Ends it where it is.</summary>
    private static async Task<Results<Ok<SimulationView>, ProblemHttpResult>> Stop(
        ISimulations simulations, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await AnswerAsync(simulations, await simulations.StopAsync(user.Who, cancellationToken), cancellationToken);

    /// <summary>The datasets that can be played.</summary>
    private static async Task<IReadOnlyList<Dataset>> Datasets(IDatasets datasets, CancellationToken cancellationToken) =>
        await datasets.ListAsync(cancellationToken);

    /// <summary>A page of a dataset's messages, in their order.</summary>
    private static async Task<IReadOnlyList<DatasetMessage>> Messages(
        Guid id, IDatasets datasets, int? page, int? size, CancellationToken cancellationToken)
    {
        var (_, rows, skip) = Paging.Of(page, size);
        return await datasets.ReadAsync(id, skip, rows, cancellationToken);
    }

    /// <summary>Adds a dataset from CSV: timestamp,message and where present sender,channel. Bad rows are named, good ones kept.</summary>
    private static async Task<Results<Created<UploadView>, ProblemHttpResult>> Upload(
        [Required, MaxLength(Dataset.MaxName)] string name, HttpRequest request, IDatasets datasets, ClaimsPrincipal user,
        CancellationToken cancellationToken)
    {
        var file = await datasets.ParseAsync(request.Body, cancellationToken);
        var (added, problem) = await datasets.AddAsync(name, file, user.Who, cancellationToken);
        return added is not null
            ? TypedResults.Created($"/api/simulation/datasets/{added.Id}/messages", new UploadView(added, file.BadRows))
            : TypedResults.Problem(problem, statusCode: 400, extensions: [new("badRows", file.BadRows)]);
    }

    /// <summary>Removes a dataset that was uploaded.</summary>
    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        Guid id, IDatasets datasets, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await datasets.RemoveAsync(id, user.Who, cancellationToken) is { } problem
            ? TypedResults.Problem(problem, statusCode: StatusCodes.Status409Conflict)
            : TypedResults.NoContent();

    private static async Task<Results<Ok<SimulationView>, ProblemHttpResult>> AnswerAsync(
        ISimulations simulations, SimulationAnswer answer, CancellationToken cancellationToken) => answer.Accepted
            ? TypedResults.Ok(SimulationView.Of((await simulations.CurrentAsync(cancellationToken))!))
            : TypedResults.Problem(answer.Sentence, statusCode: StatusCodes.Status409Conflict);

    public sealed record StartBody(Guid Dataset, Pace Pace = Pace.Real);

    /// <param name="PerMinute">Messages a minute in the present stretch; 0 while it is too short to tell.</param>
    public sealed record SimulationView(
        Guid Id, Guid DatasetId, string Dataset, Pace Pace, SimulationStatus Status, int Position, int Total, double PerMinute,
        DateTimeOffset StartedAt, string StartedBy, DateTimeOffset? NextAt, DateTimeOffset? EndedAt)
    {
        internal static SimulationView Of(SimulationState state) => new(
            state.Id, state.DatasetId, state.DatasetName, state.Pace, state.Status, state.Position, state.Total, Math.Round(state.PerMinute, 1),
            state.StartedAt, state.StartedBy, state.Status == SimulationStatus.Running ? state.NextAt : null, state.EndedAt);
    }

    public sealed record UploadView(Dataset Dataset, IReadOnlyList<BadRow> BadRows);
}
