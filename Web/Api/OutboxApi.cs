using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Notifications;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class OutboxApi
{
    public static void MapOutbox(this IEndpointRouteBuilder routes)
    {
        var outbox = routes.MapGroup("/api/outbox").WithTags("Outbox").RequireAuthorization(Policies.Front);
        outbox.MapGet("/", List);
        outbox.MapGet("/figures", Figures);
        outbox.MapGet("/{id:guid}", Find);
        outbox.MapPost("/{id:guid}/retry", Retry).RequireAuthorization(Policies.Manage);
        outbox.MapPost("/retry", RetryAll).RequireAuthorization(Policies.Manage);
    }

    /// <summary>The notices, filtered and paged, newest first.</summary>
    private static async Task<Paged<NoticeView>> List(
        IOutboxLog outbox, Room? room, OutboxStatus? status, [MaxLength(200)] string? search, int? page, int? size, CancellationToken cancellationToken)
    {
        var (number, rows, skip) = Paging.Of(page, size);
        return (await outbox.PageAsync(new(room, status, search), skip, rows, cancellationToken)).To(number, rows, NoticeView.Of);
    }

    /// <summary>How many notices wait, are set aside, were sent and were given up.</summary>
    private static Task<OutboxFigures> Figures(IOutboxLog outbox, CancellationToken cancellationToken) => outbox.FiguresAsync(cancellationToken);

    /// <summary>One notice with what was, or would have been, sent.</summary>
    private static async Task<Results<Ok<NoticeView>, ProblemHttpResult>> Find(Guid id, IOutboxLog outbox, CancellationToken cancellationToken) =>
        await outbox.FindAsync(id, cancellationToken) is { } row ? TypedResults.Ok(NoticeView.Of(row)) : ChangeResults.Missing("notice");

    /// <summary>Sends a given-up or set-aside notice again, or a waiting one without further waiting. What was sent is never sent again.</summary>
    private static async Task<Results<Accepted, ProblemHttpResult>> Retry(Guid id, IOutboxLog outbox, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (await outbox.RetryAsync(id, user.Who, cancellationToken))
            return TypedResults.Accepted($"/api/outbox/{id}");
        return await outbox.FindAsync(id, cancellationToken) is null
            ? ChangeResults.Missing("notice")
            : TypedResults.Problem("This notice was sent, or is being sent at this moment.", statusCode: StatusCodes.Status409Conflict);
    }

    /// <summary>Sends all given-up (DeadLettered) or all set-aside (NotConfigured) notices again, of one room or of all.</summary>
    private static async Task<Results<Ok<RetryResult>, ProblemHttpResult>> RetryAll(
        OutboxStatus status, Room? room, IOutboxLog outbox, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        status is OutboxStatus.DeadLettered or OutboxStatus.NotConfigured
            ? TypedResults.Ok(new RetryResult(await outbox.RetryAllAsync(status, room, user.Who, cancellationToken)))
            : TypedResults.Problem("Only DeadLettered and NotConfigured notices can be sent again.", statusCode: StatusCodes.Status400BadRequest);

    public sealed record RetryResult(int Retried);

    public sealed record NoticeView(
        Guid Id, string Key, Room Room, OutboxStatus Status, RoomNotice? Notice, int Attempts, string? Error,
        DateTimeOffset CreatedAt, DateTimeOffset? NextTryAt, DateTimeOffset? SentAt)
    {
        public static NoticeView Of(OutboxMessage row) => new(
            row.Id, row.Key, row.Room, row.Status, RoomNotice.TryFromJson(row.Payload), row.Attempts, row.Error, row.CreatedAt,
            row.Status == OutboxStatus.Waiting ? row.DueAt : null, row.SentAt);
    }
}
