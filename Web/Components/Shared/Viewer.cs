using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Restaurant.Web.Security;

namespace Restaurant.Web.Components.Shared;

/// <summary>The person at this page: whose name stands in the audit, and what the page may offer.</summary>
public sealed class Viewer(AuthenticationStateProvider state, IAuthorizationService authorization)
{
    /// <summary>For the audit: the e-mail.</summary>
    public async Task<string> WhoAsync() => (await UserAsync()).Who;

    public async Task<bool> MayAsync(string policy) => (await authorization.AuthorizeAsync(await UserAsync(), policy)).Succeeded;

    private async Task<ClaimsPrincipal> UserAsync() => (await state.GetAuthenticationStateAsync()).User;
}
