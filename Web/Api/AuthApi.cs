using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Restaurant.Infrastructure.Team;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class AuthApi
{
    public static void MapAuth(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapGroup("/api/auth").WithTags("Auth");
        auth.MapPost("/token", TokenAsync).AllowAnonymous();
        auth.MapGet("/me", Me).RequireAuthorization(Policies.Look);
        routes.MapPost("/sign-out", SignOutAsync).RequireAuthorization(Policies.Look).ExcludeFromDescription();
    }

    /// <summary>Gives an access token for an e-mail and a password; it works for an hour, until the person is signed out everywhere.</summary>
    private static async Task<Results<Ok<AccessToken>, ProblemHttpResult>> TokenAsync(
        Credentials credentials, PasswordCheck check, AccessTokens tokens, HttpContext context, CancellationToken cancellationToken)
    {
        var outcome = await check.CheckAsync(credentials.Email, credentials.Password, context.Connection.RemoteIpAddress);
        if (outcome.Person is { } person)
        {
            var (token, expiresAt) = await tokens.IssueAsync(person, cancellationToken);
            return TypedResults.Ok(new AccessToken(token, "Bearer", expiresAt, person.Role));
        }

        if (outcome.StatusCode == StatusCodes.Status429TooManyRequests)
        {
            var wait = outcome == PasswordOutcome.Locked ? PasswordOutcome.Wait : TimeSpan.FromMinutes(1);
            context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return TypedResults.Problem(outcome.Words, statusCode: outcome.StatusCode);
    }

    /// <summary>Says who is calling, and with which role.</summary>
    private static Ok<Caller> Me(ClaimsPrincipal caller) =>
        TypedResults.Ok(new Caller(caller.Identity?.Name ?? "", caller.FindFirstValue(ClaimTypes.Role) ?? ""));

    // The form field makes the framework check the antiforgery token before this runs.
    private static async Task<RedirectHttpResult> SignOutAsync([FromForm] string? reason, SignInManager<Person> signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("~/sign-in");
    }

    public sealed record Credentials([Required, MaxLength(256)] string Email, [Required, MaxLength(256)] string Password);

    /// <param name="Token">Goes into the header "Authorization: Bearer …".</param>
    public sealed record AccessToken(string Token, string Type, DateTimeOffset ExpiresAt, string Role);

    public sealed record Caller(string Name, string Role);
}
