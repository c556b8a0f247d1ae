using Microsoft.AspNetCore.Diagnostics;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Shared;
using Restaurant.Web.Security;

namespace Restaurant.Web.Components;

internal static class Errors
{
    /// <summary>A person gets a page that says what to do next, a program a problem document; neither gets a stack trace.</summary>
    public static void UseErrors(this WebApplication app)
    {
        var outages = app.Services.GetRequiredService<IOutages>();

        // People's outermost, because an answer to a program, written further in, is left as it is. Not inside UseWhen: from there
        // the second way through the pipeline would find no page.
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.Use(OnlyWhatIsMissing);
        app.UseWhen(
            context => SecurityRegistration.IsForPrograms(context.Request),
            programs =>
            {
                programs.UseExceptionHandler(new ExceptionHandlerOptions
                {
                    StatusCodeSelector = exception => exception switch
                    {
                        BadHttpRequestException bad => bad.StatusCode,

                        InboxFullException => StatusCodes.Status503ServiceUnavailable,

                        // The same request will work in a while. Everything else is an error of ours.
                        _ when outages.IsOutage(exception) => StatusCodes.Status503ServiceUnavailable,
                        _ => StatusCodes.Status500InternalServerError,
                    },

                    // A body that broke off or was too large is the caller's slip, and no error in our log; that the inbox is full stands there once.
                    SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException or InboxFullException,
                });
                programs.UseStatusCodePages();
            });
    }

    // The page that says "There is no such page" is for those; a form that was refused could not even be shown it.
    private static async Task OnlyWhatIsMissing(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status404NotFound || context.Features.Get<IStatusCodePagesFeature>() is not { } pages)
            return;
        pages.Enabled = false;
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType, HasStarted: false, ContentType: null } && !SecurityRegistration.IsForPrograms(context.Request))
            await context.Response.WriteAsync("This form is not valid any more. Go back, load the page again, and send it once more.");
    }
}
