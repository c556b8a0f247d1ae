using Microsoft.AspNetCore.Http.HttpResults;

namespace Restaurant.Web.Security;

/// <summary>What no honest request holds, refused before anything reads it.</summary>
internal static class RequestRules
{
    public static void UseRequestRules(this IApplicationBuilder app) => app.Use(static (context, next) =>
        Problem(context.Request) is { } problem ? problem.ExecuteAsync(context) : next(context));

    private static ProblemHttpResult? Problem(HttpRequest request)
    {
        // No database stores it, and no address needs it.
        if (request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
            return TypedResults.Problem("The address holds a NUL character (%00). Send the request without it.", statusCode: StatusCodes.Status400BadRequest);

        // Nothing is unpacked here, so a small body cannot become a large one.
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && !encoding.All(value => string.Equals(value, "identity", StringComparison.OrdinalIgnoreCase)))
        {
            return TypedResults.Problem(
                "Compressed bodies are not taken. Send the body as it is, without Content-Encoding.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        }

        return IsFromAnotherSite(request)
            ? TypedResults.Problem(
                "This came from a page of another site with somebody's cookie. Call the API with an access token or an API key.",
                statusCode: StatusCodes.Status403Forbidden)
            : null;
    }

    // The cookie does not travel across sites by itself (SameSite); this holds where a browser or a neighbouring subdomain gets around that.
    private static bool IsFromAnotherSite(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)
            || !(request.Path.StartsWithSegments("/api") || SecurityRegistration.IsHub(request))
            || !request.Cookies.ContainsKey(SecurityRegistration.CookieName))
        {
            return false;
        }

        // Browsers send the first only over a trustworthy line; the second does without.
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is not ("same-origin" or "none");
        return request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
