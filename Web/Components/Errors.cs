using Restaurant.Web.Security;

namespace Restaurant.Web.Components;

internal static class Errors
{
    /// <summary>A person gets a page that says what to do next, a program a problem document; neither gets a stack trace.</summary>
    public static void UseErrors(this WebApplication app)
    {
        app.UseWhen(
            context => SecurityRegistration.IsForPrograms(context.Request),
            programs =>
            {
                programs.UseExceptionHandler();
                programs.UseStatusCodePages();
            });
        app.UseWhen(
            context => !SecurityRegistration.IsForPrograms(context.Request),
            people =>
            {
                people.UseExceptionHandler("/error", createScopeForErrors: true);
                people.UseStatusCodePagesWithReExecute("/not-found");
            });
    }
}
