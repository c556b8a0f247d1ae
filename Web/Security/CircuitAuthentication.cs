using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Team;

namespace Restaurant.Web.Security;

/// <summary>An open page asks again whether its person may still be here: signed out elsewhere, switched off, another role.</summary>
internal sealed class CircuitAuthentication(
    ILoggerFactory loggers, IServiceScopeFactory scopes, IOptions<IdentityOptions> identity, IHostApplicationLifetime program, IOutages outages)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        // Pages outlive the services of a program that ends; they end with it, and nobody's rights change by that.
        if (program.ApplicationStopping.IsCancellationRequested)
            return true;
        try
        {
            return await IsStillWelcomeAsync(authenticationState.User);
        }
        catch (Exception exception) when (outages.IsOutage(exception))
        {
            // Nobody can have been shut out while nothing can be written; asked again as soon as there is an answer.
            return true;
        }
    }

    private async Task<bool> IsStillWelcomeAsync(ClaimsPrincipal user)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        return await people.GetUserAsync(user) is { Disabled: false } person
            && person.SecurityStamp == user.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
    }
}
