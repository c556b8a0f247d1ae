using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Shared;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class SchedulesApi
{
    private const int MostAtOnce = 200;

    public static void MapSchedules(this IEndpointRouteBuilder routes)
    {
        var schedules = routes.MapGroup("/api/schedules").WithTags("Schedules").RequireAuthorization(Policies.Look);
        schedules.MapGet("/", List);
        schedules.MapPost("/preview", Preview);
        schedules.MapGet("/{id:guid}", Find);
        schedules.MapPost("/", Create).RequireAuthorization(Policies.Manage);
        schedules.MapPost("/pause", PauseMany).RequireAuthorization(Policies.Manage);
        schedules.MapPost("/resume", ResumeMany).RequireAuthorization(Policies.Manage);
        schedules.MapPut("/{id:guid}", Save).RequireAuthorization(Policies.Manage);
        schedules.MapDelete("/{id:guid}", Delete).RequireAuthorization(Policies.Manage);
        schedules.MapPost("/{id:guid}/restore", Restore).RequireAuthorization(Policies.Manage);
        schedules.MapPost("/{id:guid}/reset", Reset).RequireAuthorization(Policies.Manage);
        schedules.MapPost("/{id:guid}/pause", Pause).RequireAuthorization(Policies.Manage);
        schedules.MapPost("/{id:guid}/resume", Resume).RequireAuthorization(Policies.Manage);
        schedules.MapPost("/{id:guid}/run", Run).RequireAuthorization(Policies.Manage);
    }

    /// <summary>All schedules with their last and next runs.</summary>
    private static async Task<IReadOnlyList<ScheduleRow>> List(ISchedules schedules, CancellationToken cancellationToken) =>
        [.. (await schedules.ListAsync(cancellationToken)).Select(ScheduleRow.Of)];

    /// <summary>What a timetable means, as a sentence with its next times, before anything is saved.</summary>
    private static TimetablePreview Preview(TimetableBody timetable, ISchedules schedules, [Range(1, 100)] int? times) => schedules.Preview(timetable.ToTimetable(), times ?? 5);

    /// <summary>One schedule; its ETag is the version a change asks for.</summary>
    private static async Task<Results<Ok<ScheduleRow>, ProblemHttpResult>> Find(Guid id, ISchedules schedules, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await schedules.FindAsync(id, cancellationToken) is not { } view)
            return ChangeResults.Missing("schedule");
        response.Headers.ETag = $"\"{view.Schedule.Version}\"";
        return TypedResults.Ok(ScheduleRow.Of(view));
    }

    /// <summary>Makes a schedule of your own.</summary>
    private static async Task<Results<Ok<ScheduleRow>, ProblemHttpResult>> Create(
        ScheduleBody body, ISchedules schedules, HttpResponse response, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await AnswerAsync(schedules, response, await schedules.CreateAsync(body.ToInput(), user.Who, cancellationToken), cancellationToken);

    /// <summary>Changes a schedule. A built-in one keeps its job. Send the version you saw in If-Match.</summary>
    private static async Task<Results<Ok<ScheduleRow>, ProblemHttpResult>> Save(
        Guid id, ScheduleBody body, ISchedules schedules, HttpContext http, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        http.Request.IfMatch() is { } version
            ? await AnswerAsync(schedules, http.Response, await schedules.SaveAsync(id, body.ToInput(), version, user.Who, cancellationToken), cancellationToken)
            : ChangeResults.VersionMissing();

    /// <summary>Deletes a schedule of your own. Its runs stay, and it can be restored.</summary>
    private static async Task<Results<Ok<ScheduleRow>, ProblemHttpResult>> Delete(
        Guid id, ISchedules schedules, HttpResponse response, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await AnswerAsync(schedules, response, await schedules.DeleteAsync(id, user.Who, cancellationToken), cancellationToken);

    /// <summary>Takes a deletion back.</summary>
    private static async Task<Results<Ok<ScheduleRow>, ProblemHttpResult>> Restore(
        Guid id, ISchedules schedules, HttpResponse response, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await AnswerAsync(schedules, response, await schedules.RestoreAsync(id, user.Who, cancellationToken), cancellationToken);

    /// <summary>Gives a built-in schedule back what the program brings.</summary>
    private static async Task<Results<Ok<ScheduleRow>, ProblemHttpResult>> Reset(
        Guid id, ISchedules schedules, HttpResponse response, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await AnswerAsync(schedules, response, await schedules.ResetAsync(id, user.Who, cancellationToken), cancellationToken);

    /// <summary>Stops it from firing, with a reason, until somebody resumes it or the time comes.</summary>
    private static async Task<Results<Ok<ScheduleRow>, ProblemHttpResult>> Pause(
        Guid id, PauseBody body, ISchedules schedules, HttpResponse response, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await AnswerAsync(schedules, response, await schedules.PauseAsync(id, body.Reason, body.ResumeAt?.ToUniversalTime(), user.Who, cancellationToken), cancellationToken);

    /// <summary>Fires again from now on. What would have fired meanwhile is not made up for.</summary>
    private static async Task<Results<Ok<ScheduleRow>, ProblemHttpResult>> Resume(
        Guid id, ISchedules schedules, HttpResponse response, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await AnswerAsync(schedules, response, await schedules.ResumeAsync(id, user.Who, cancellationToken), cancellationToken);

    /// <summary>Pauses several at once; says for each what became of it.</summary>
    private static async Task<IReadOnlyList<Outcome>> PauseMany(PauseManyBody body, ISchedules schedules, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var id in body.Ids.Distinct())
            outcomes.Add(Outcome.Of(id, await schedules.PauseAsync(id, body.Reason, body.ResumeAt?.ToUniversalTime(), user.Who, cancellationToken)));
        return outcomes;
    }

    /// <summary>Resumes several at once; says for each what became of it.</summary>
    private static async Task<IReadOnlyList<Outcome>> ResumeMany(ResumeManyBody body, ISchedules schedules, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var id in body.Ids.Distinct())
            outcomes.Add(Outcome.Of(id, await schedules.ResumeAsync(id, user.Who, cancellationToken)));
        return outcomes;
    }

    /// <summary>Asks for a run now, with the schedule's arguments or others.</summary>
    private static async Task<Results<Accepted<RunView>, ProblemHttpResult>> Run(
        Guid id, ArgumentsBody body, ISchedules schedules, JobCatalog jobs, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        RunView.Accepted(await schedules.RunNowAsync(id, body.Arguments, user.Who, cancellationToken), jobs);

    private static async Task<Results<Ok<ScheduleRow>, ProblemHttpResult>> AnswerAsync(
        ISchedules schedules, HttpResponse response, Change<Schedule> change, CancellationToken cancellationToken)
    {
        if (!change.IsDone)
            return ChangeResults.Problem(change);
        response.Headers.ETag = $"\"{change.Value.Version}\"";
        return TypedResults.Ok(ScheduleRow.Of((await schedules.FindAsync(change.Value.Id, cancellationToken))!));
    }

    internal sealed record PauseBody([MaxLength(Schedule.MaxReason)] string Reason, DateTimeOffset? ResumeAt);

    internal sealed record PauseManyBody([MaxLength(MostAtOnce)] IReadOnlyList<Guid> Ids, [MaxLength(Schedule.MaxReason)] string Reason, DateTimeOffset? ResumeAt);

    internal sealed record ResumeManyBody([MaxLength(MostAtOnce)] IReadOnlyList<Guid> Ids);

    internal sealed record Outcome(Guid Id, bool Done, string Sentence)
    {
        public static Outcome Of(Guid id, Change<Schedule> change) => new(id, change.IsDone, change.Sentence);
    }
}
