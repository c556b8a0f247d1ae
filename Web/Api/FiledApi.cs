using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class FiledApi
{
    public static void MapFiled(this IEndpointRouteBuilder routes)
    {
        var filed = routes.MapGroup("/api/filed").WithTags("Filed messages").RequireAuthorization(Policies.Front);
        filed.MapGet("/", List);
        filed.MapGet("/{id:guid}", Find);
        filed.MapPost("/{id:guid}/enquiry", BecomeEnquiry);
        filed.MapPost("/{id:guid}/move", Move);
    }

    /// <summary>The filed messages, newest first; with quarantined=true the offensive ones, their words left out: ask for one by its id.</summary>
    private static async Task<Paged<FiledView>> List(
        IFiledMessages filed, bool? quarantined, [MaxLength(200)] string? search, long? message, int? page, int? size, CancellationToken cancellationToken)
    {
        var (number, rows, skip) = Paging.Of(page, size);
        var filter = new FiledFilter(quarantined == true ? Intent.Offensive : Intent.Miscellaneous, search, message);
        return (await filed.PageAsync(filter, skip, rows, cancellationToken)).To(number, rows, each => FiledView.Of(each, each.Intent != Intent.Offensive));
    }

    /// <summary>One filed message with its words; its ETag is what If-Match wants.</summary>
    private static async Task<Results<Ok<FiledView>, ProblemHttpResult>> Find(
        Guid id, IFiledMessages filed, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await filed.FindAsync(id, cancellationToken) is not { } message)
            return ChangeResults.Missing("filed message");
        response.Headers.ETag = $"\"{message.Version}\"";
        return TypedResults.Ok(FiledView.Of(message, withWords: true));
    }

    /// <summary>Turns a filed message into an enquiry. Needs If-Match.</summary>
    private static Task<Results<Ok<FiledView>, ProblemHttpResult>> BecomeEnquiry(
        Guid id, IFiledMessages filed, ClaimsPrincipal user, HttpContext http, CancellationToken cancellationToken) =>
        ActAsync(http, version => filed.BecomeEnquiryAsync(id, version, user.Who, cancellationToken));

    /// <summary>Puts a message into quarantine (Offensive) or takes it out (Miscellaneous). Needs If-Match.</summary>
    private static Task<Results<Ok<FiledView>, ProblemHttpResult>> Move(
        Guid id, MoveBody body, IFiledMessages filed, ClaimsPrincipal user, HttpContext http, CancellationToken cancellationToken) =>
        ActAsync(http, version => filed.MoveAsync(id, body.Intent, version, user.Who, cancellationToken));

    private static async Task<Results<Ok<FiledView>, ProblemHttpResult>> ActAsync(HttpContext http, Func<int, Task<Change<FiledMessage>>> act) =>
        http.Request.IfMatch() is not { } version
            ? ChangeResults.VersionMissing()
            : (await act(version)).ToResult(http.Response, message => FiledView.Of(message, withWords: false), message => message.Version);

    public sealed record MoveBody(Intent Intent);

    /// <param name="Words">Null where they are quarantined and were not asked for.</param>
    public sealed record FiledView(
        Guid Id, long MessageNumber, Intent Intent, string Channel, string Sender, string? Words, string Reason, DateTimeOffset CreatedAt, FiledStatus Status,
        Guid? ResultId, string DecidedBy, int Version)
    {
        public static FiledView Of(FiledMessage message, bool withWords) => new(
            message.Id, message.MessageNumber, message.Intent, message.Channel, message.Sender, withWords ? message.Words : null, message.Reason,
            message.CreatedAt, message.Status, message.ResultId, message.DecidedBy, message.Version);
    }
}
