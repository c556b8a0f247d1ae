using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Restaurant.Infrastructure.Team;

namespace Restaurant.Web.Security;

/// <summary>Puts the person's role beside the name.</summary>
internal sealed class PersonClaims(UserManager<Person> people, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person>(people, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new(Options.ClaimsIdentity.RoleClaimType, user.Role));
        return identity;
    }
}
