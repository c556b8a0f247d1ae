using System.Diagnostics;

namespace Restaurant.Web.Telemetry;

/// <summary>Names the span of a request by its route, as readers of traces expect; never by its address, which may hold a one-time link.</summary>
internal static class RequestSpans
{
    public static void UseRequestSpans(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        var span = Activity.Current is { IsAllDataRequested: true, Parent: null } current ? current : null;
        await next(context);
        if (span is null)
            return;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.Trim('/');
        span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} /{route}";
        span.SetTag("http.request.method", context.Request.Method).SetTag("http.response.status_code", context.Response.StatusCode);
        if (route is not null)
            span.SetTag("http.route", $"/{route}");
        if (context.Response.StatusCode >= 500)
            span.SetStatus(ActivityStatusCode.Error);
    });
}
