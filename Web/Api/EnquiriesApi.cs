using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Shared;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class EnquiriesApi
{
    public static void MapEnquiries(this IEndpointRouteBuilder routes)
    {
        var enquiries = routes.MapGroup("/api/enquiries").WithTags("Enquiries").RequireAuthorization(Policies.Front);
        enquiries.MapGet("/", List);
        enquiries.MapGet("/{id:guid}", Find);
        enquiries.MapPost("/{id:guid}/answer", Answer);
        enquiries.MapPost("/{id:guid}/done", Done);
        enquiries.MapPost("/{id:guid}/reopen", Reopen);
    }

    /// <summary>The enquiries, filtered and paged; open ones oldest first, others newest first.</summary>
    private static async Task<Paged<EnquiryView>> List(
        IEnquiries enquiries, EnquiryStatus? status, [MaxLength(200)] string? search, int? page, int? size, CancellationToken cancellationToken)
    {
        var (number, rows, skip) = Paging.Of(page, size);
        return (await enquiries.PageAsync(new(status, search), skip, rows, cancellationToken)).To(number, rows, EnquiryView.Of);
    }

    /// <summary>One enquiry; its ETag is what If-Match wants.</summary>
    private static async Task<Results<Ok<EnquiryView>, ProblemHttpResult>> Find(
        Guid id, IEnquiries enquiries, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await enquiries.FindAsync(id, cancellationToken) is not { } enquiry)
            return ChangeResults.Missing("enquiry");
        response.Headers.ETag = $"\"{enquiry.Version}\"";
        return TypedResults.Ok(EnquiryView.Of(enquiry));
    }

    /// <summary>Keeps the answer a person gave. Needs If-Match.</summary>
    private static Task<Results<Ok<EnquiryView>, ProblemHttpResult>> Answer(
        Guid id, AnswerBody body, IEnquiries enquiries, ClaimsPrincipal user, HttpContext http, CancellationToken cancellationToken) =>
        ActAsync(http, version => enquiries.AnswerAsync(id, body.Answer, version, user.Who, cancellationToken));

    /// <summary>Marks an enquiry as done. Needs If-Match.</summary>
    private static Task<Results<Ok<EnquiryView>, ProblemHttpResult>> Done(
        Guid id, IEnquiries enquiries, ClaimsPrincipal user, HttpContext http, CancellationToken cancellationToken) =>
        ActAsync(http, version => enquiries.CloseAsync(id, version, user.Who, cancellationToken));

    /// <summary>Opens an enquiry again. Needs If-Match.</summary>
    private static Task<Results<Ok<EnquiryView>, ProblemHttpResult>> Reopen(
        Guid id, IEnquiries enquiries, ClaimsPrincipal user, HttpContext http, CancellationToken cancellationToken) =>
        ActAsync(http, version => enquiries.ReopenAsync(id, version, user.Who, cancellationToken));

    private static async Task<Results<Ok<EnquiryView>, ProblemHttpResult>> ActAsync(HttpContext http, Func<int, Task<Change<Enquiry>>> act) =>
        http.Request.IfMatch() is not { } version
            ? ChangeResults.VersionMissing()
            : (await act(version)).ToResult(http.Response, EnquiryView.Of, enquiry => enquiry.Version);

    public sealed record AnswerBody([property: Required, MaxLength(Enquiry.MaxAnswer)] string Answer);

    public sealed record EnquiryView(
        Guid Id, long MessageNumber, string Channel, string Customer, string Words, string Reason, string Draft, string Answer, string AnsweredBy,
        EnquiryStatus Status, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt, Guid? OrderId, int Version)
    {
        public static EnquiryView Of(Enquiry enquiry) => new(
            enquiry.Id, enquiry.MessageNumber, enquiry.Channel, enquiry.Sender, enquiry.Words, enquiry.Reason, enquiry.Draft, enquiry.Answer,
            enquiry.AnsweredBy, enquiry.Status, enquiry.CreatedAt, enquiry.ClosedAt, enquiry.OrderId, enquiry.Version);
    }
}
