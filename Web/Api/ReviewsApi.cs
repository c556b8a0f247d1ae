using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Menu;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class ReviewsApi
{
    public static void MapReviews(this IEndpointRouteBuilder routes)
    {
        var reviews = routes.MapGroup("/api/reviews").WithTags("Review").RequireAuthorization(Policies.Front);
        reviews.MapGet("/", List);
        reviews.MapGet("/{id:guid}", Find);
        reviews.MapPost("/{id:guid}/accept", Accept);
        reviews.MapPost("/{id:guid}/decide", Decide);
        reviews.MapPost("/{id:guid}/take-back", TakeBack);
    }

    /// <summary>What waits for a person, oldest first; with open=false what was decided, newest first.</summary>
    private static async Task<Paged<ReviewView>> List(
        IReviews reviews, bool? open, [MaxLength(200)] string? search, int? page, int? size, CancellationToken cancellationToken)
    {
        var (number, rows, skip) = Paging.Of(page, size);
        return (await reviews.PageAsync(new(open ?? true, search), skip, rows, cancellationToken)).To(number, rows, ReviewView.Of);
    }

    /// <summary>One review item; its ETag is what If-Match wants.</summary>
    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> Find(
        Guid id, IReviews reviews, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await reviews.FindAsync(id, cancellationToken) is not { } item)
            return ChangeResults.Missing("review item");
        response.Headers.ETag = $"\"{item.Version}\"";
        return TypedResults.Ok(ReviewView.Of(item));
    }

    /// <summary>Places the order as it was understood, at the menu's prices of now. Needs If-Match.</summary>
    private static async Task<Results<Ok<ReviewView>, ValidationProblem, ProblemHttpResult>> Accept(
        Guid id, IReviews reviews, MenuCache menu, TimeProvider clock, ClaimsPrincipal user, HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.IfMatch() is not { } version)
            return ChangeResults.VersionMissing();
        if (await reviews.FindAsync(id, cancellationToken) is not { } item)
            return ChangeResults.Missing("review item");
        var priced = new OrderDraft(item.Lines).Price(menu.Current.Menu, clock.GetUtcNow());
        var problems = priced.SelectMany(line => line.Problems).ToArray();
        if (problems.Length > 0)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["lines"] = problems });
        return Answer(await reviews.BecomeOrderAsync(id, [.. priced.Select(line => line.Priced!)], version, user.Who, cancellationToken), http.Response);
    }

    /// <summary>Decides what the message is: an order of these lines, an enquiry, miscellaneous or offensive. Needs If-Match.</summary>
    private static async Task<Results<Ok<ReviewView>, ValidationProblem, ProblemHttpResult>> Decide(
        Guid id, DecideBody body, IReviews reviews, MenuCache menu, TimeProvider clock, ClaimsPrincipal user, HttpContext http,
        CancellationToken cancellationToken)
    {
        if (http.Request.IfMatch() is not { } version)
            return ChangeResults.VersionMissing();
        if (body.Intent == Intent.Enquiry)
            return Answer(await reviews.BecomeEnquiryAsync(id, version, user.Who, cancellationToken), http.Response);
        if (body.Intent != Intent.Order)
            return Answer(await reviews.FileAsync(id, body.Intent, version, user.Who, cancellationToken), http.Response);
        var lines = (body.Lines ?? []).Price(menu, clock, user.Who, out var problems);
        return problems.Count > 0
            ? TypedResults.ValidationProblem(problems)
            : Answer(await reviews.BecomeOrderAsync(id, lines, version, user.Who, cancellationToken), http.Response);
    }

    /// <summary>Undoes a decision. Needs If-Match.</summary>
    private static async Task<Results<Ok<ReviewView>, ValidationProblem, ProblemHttpResult>> TakeBack(
        Guid id, IReviews reviews, ClaimsPrincipal user, HttpContext http, CancellationToken cancellationToken) =>
        http.Request.IfMatch() is not { } version
            ? ChangeResults.VersionMissing()
            : Answer(await reviews.TakeBackAsync(id, version, user.Who, cancellationToken), http.Response);

    private static Results<Ok<ReviewView>, ValidationProblem, ProblemHttpResult> Answer(Change<ReviewItem> change, HttpResponse response)
    {
        if (!change.IsDone)
            return ChangeResults.Problem(change);
        response.Headers.ETag = $"\"{change.Value.Version}\"";
        return TypedResults.Ok(ReviewView.Of(change.Value));
    }

    /// <param name="Lines">For an order: its lines.</param>
    public sealed record DecideBody(Intent Intent, [property: MaxLength(100)] IReadOnlyList<LineBody>? Lines = null);

    public sealed record ReviewView(
        Guid Id, long MessageNumber, string Channel, string Customer, string Words, string Reason, Intent Intent, double Confidence,
        IReadOnlyList<OrderLine> Lines, IReadOnlyList<UnmatchedPhrase> Unmatched, DateTimeOffset CreatedAt, ReviewStatus Status, string DecidedBy,
        DateTimeOffset? DecidedAt, Guid? ResultId, int Version)
    {
        public static ReviewView Of(ReviewItem item) => new(
            item.Id, item.MessageNumber, item.Channel, item.Sender, item.Words, item.Reason, item.Intent, item.Confidence, item.Lines, item.Unmatched,
            item.CreatedAt, item.Status, item.DecidedBy, item.DecidedAt, item.ResultId, item.Version);
    }
}
