using Microsoft.AspNetCore.Diagnostics;
using Restaurant.Domain.Messages;

namespace Restaurant.Web.Api;

internal static class Problems
{
    // Channels double their own waits from here on.
    private const string AfterFull = "30";

    /// <summary>What a program gets when something is wrong: a problem document whose detail says what to do next.</summary>
    public static void AddProblems(this IServiceCollection services)
    {
        // A request that cannot be read is the caller's slip: answered 400, in development too, and no error in our log.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => context.ProblemDetails.Detail ??= Detail(context));
    }

    private static string? Detail(ProblemDetailsContext context)
    {
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is InboxFullException full)
        {
            context.HttpContext.Response.Headers.RetryAfter = AfterFull;
            return full.Message;
        }

        return context.ProblemDetails.Status switch
        {
            StatusCodes.Status400BadRequest => "The request could not be read. It broke off, came too slowly, is larger than 8 MB, or is not what /openapi/v1.json describes.",
            StatusCodes.Status401Unauthorized => "Sign in: an access token from POST /api/auth/token, or an API key in the header X-Api-Key.",
            StatusCodes.Status403Forbidden => "Your role does not allow this. Ask the owner.",
            StatusCodes.Status413PayloadTooLarge => "The request is too large. Send it in parts.",
            StatusCodes.Status500InternalServerError => "Something went wrong here. Try again; the error is in the server's log under this trace id.",
            StatusCodes.Status503ServiceUnavailable => "The database cannot be used just now. Send the same request again in a few seconds; a message under the same external id is stored once.",
            _ => null,
        };
    }
}
