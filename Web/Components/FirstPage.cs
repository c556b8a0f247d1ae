using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Restaurant.Web.Components;

/// <summary>
/// Makes the way to a page ready while the database gets ready and the other parts start: the routes are laid and the sign-in page is asked for
/// once, from within. Whoever comes first then waits for neither.
/// </summary>
internal sealed partial class FirstPage(WebApplication app)
{
    private readonly ILogger<FirstPage> logger = app.Services.GetRequiredService<ILogger<FirstPage>>();

    // Taken now: an app that was stopped meanwhile is asked for nothing.
    private readonly CancellationToken stopping = app.Lifetime.ApplicationStopping;

    /// <summary>Needs the routes alone, not the database.</summary>
    public RequestDelegate LayRoutes()
    {
        var way = new ApplicationBuilder(app.Services);
        way.UseRouting().UseAuthentication().UseAuthorization().UseAntiforgery();
        way.UseEndpoints(routes =>
        {
            // The very sources that the server will use: what is laid here is laid for it too, and only once.
            foreach (var source in ((IEndpointRouteBuilder)app).DataSources)
                routes.DataSources.Add(source);
        });
        var asked = way.Build();
        _ = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        return asked;
    }

    /// <summary>A failure costs the first visitor a moment and nothing else.</summary>
    public async Task AskAsync(RequestDelegate way)
    {
        try
        {
            var began = Stopwatch.GetTimestamp();
            var contexts = app.Services.GetRequiredService<IHttpContextFactory>();
            var features = new FeatureCollection();
            features.Set<IHttpRequestFeature>(new HttpRequestFeature());
            features.Set<IHttpResponseFeature>(new HttpResponseFeature());
            features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
            var context = contexts.Create(features);
            (context.Request.Method, context.Request.Scheme, context.Request.Host, context.Request.Path) = (HttpMethods.Get, "http", new("localhost"), "/sign-in");
            try
            {
                await way(context);
                Log.Ready(logger, context.Response.StatusCode, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            finally
            {
                contexts.Dispose(context);
            }
        }
        catch (Exception exception)
        {
            if (!stopping.IsCancellationRequested)
                Log.NotReady(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "The first page is ready: it answered {Status} after {Milliseconds:0} ms")]
        public static partial void Ready(ILogger logger, int status, double milliseconds);

        [LoggerMessage(LogLevel.Warning, "The first page could not be made ready beforehand; whoever asks first waits for it.")]
        public static partial void NotReady(ILogger logger, Exception exception);
    }
}
