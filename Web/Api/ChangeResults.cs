using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Shared;

namespace Restaurant.Web.Api;

/// <summary>What came of an act, in HTTP's words: 404, 412 where somebody else was first, 409 where the thing does not allow it, 503 while the database is away.</summary>
internal static class ChangeResults
{
    /// <summary>The version in If-Match; null when the caller named none.</summary>
    public static int? IfMatch(this HttpRequest request) =>
        int.TryParse(request.Headers.IfMatch.ToString().Trim('"'), out var version) ? version : null;

    public static Results<Ok<TView>, ProblemHttpResult> ToResult<T, TView>(
        this Change<T> change, HttpResponse response, Func<T, TView> view, Func<T, int> version)
        where T : class
    {
        if (!change.IsDone)
            return Problem(change);
        response.Headers.ETag = $"\"{version(change.Value)}\"";
        return TypedResults.Ok(view(change.Value));
    }

    public static ProblemHttpResult Problem<T>(Change<T> change)
        where T : class => TypedResults.Problem(change.Sentence, statusCode: change.Result switch
        {
            ChangeResult.NotFound => StatusCodes.Status404NotFound,
            ChangeResult.Stale => StatusCodes.Status412PreconditionFailed,
            ChangeResult.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status409Conflict,
        });

    public static ProblemHttpResult VersionMissing() => TypedResults.Problem(
        "Say which version you saw: send its ETag in If-Match, so that you do not overwrite what somebody else did meanwhile.",
        statusCode: StatusCodes.Status428PreconditionRequired);

    public static ProblemHttpResult Missing(string what) =>
        TypedResults.Problem($"There is no such {what}.", statusCode: StatusCodes.Status404NotFound);
}
