using Restaurant.Web.Security;

namespace Restaurant.Web.Components;

internal static class Errors
{
    /// <summary>A person gets a page that says what to do next, a program a problem document; neither gets a stack trace.</summary>
    public static void UseErrors(this WebApplication app)
    {
        // People's outermost, because an answer to a program, written further in, is left as it is. Not inside UseWhen: from there
        // the second way through the pipeline would find no page.
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseWhen(
            context => SecurityRegistration.IsForPrograms(context.Request),
            programs =>
            {
                programs.UseExceptionHandler();
                programs.UseStatusCodePages();
            });
    }
}
