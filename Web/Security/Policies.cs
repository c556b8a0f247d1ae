using Microsoft.AspNetCore.Authorization;
using Restaurant.Domain.Team;

namespace Restaurant.Web.Security;

/// <summary>Who may do what. Every page, endpoint and hub names one of these.</summary>
public static class Policies
{
    /// <summary>Look only: anybody with a role.</summary>
    public const string Look = nameof(Look);
    public const string Kitchen = nameof(Kitchen);
    public const string Front = nameof(Front);
    public const string Manage = nameof(Manage);
    public const string Own = nameof(Own);

    public static void AddPolicies(this AuthorizationBuilder authorization) => authorization
        .AddPolicy(Look, policy => policy.RequireRole(Role.All))
        .AddPolicy(Kitchen, policy => policy.RequireRole(Role.Owner, Role.Manager, Role.Front, Role.Kitchen))
        .AddPolicy(Front, policy => policy.RequireRole(Role.Owner, Role.Manager, Role.Front))
        .AddPolicy(Manage, policy => policy.RequireRole(Role.Owner, Role.Manager))
        .AddPolicy(Own, policy => policy.RequireRole(Role.Owner))

        // What names no policy is for those with a role; only AllowAnonymous opens a door.
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(Role.All).Build())
        .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireRole(Role.All).Build());
}
