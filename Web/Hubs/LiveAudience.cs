using System.Security.Claims;
using Restaurant.Domain.Live;
using Restaurant.Domain.Team;

namespace Restaurant.Web.Hubs;

/// <summary>What a role may hear of.</summary>
internal static class LiveAudience
{
    private const Topic Kitchen = Topic.Orders | Topic.Menu | Topic.Simulation;
    private const Topic Front = Kitchen | Topic.Messages | Topic.Enquiries | Topic.Reviews | Topic.Filing | Topic.Outbox;
    private const Topic Manage = Front | Topic.Settings | Topic.Jobs | Topic.Learning;

    public static Topic TopicsFor(ClaimsPrincipal user) =>
        user.IsInRole(Role.Owner) || user.IsInRole(Role.Manager) ? Manage
        : user.IsInRole(Role.Front) ? Front
        : user.IsInRole(Role.Kitchen) ? Kitchen
        : Topic.None;
}
