using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Team;
using Restaurant.Web.Security;

namespace Restaurant.Web.Tests.Security;

/// <summary>Walks every endpoint there is: what is not on the list below is closed.</summary>
public sealed class DoorsTests(TheServer server)
{
    // Whoever opens another door puts it here, and says why.
    private static readonly string[] Public =
    [
        "/sign-in", "/welcome", "/error", "/not-found", // pages of somebody who is not signed in
        "/api/auth/token", // the password is in the request
        "/health/live", "/health/ready", // orchestrators have no account
        "/api/webhooks/{", // the signature is in the request
    ];

    // Open to the middleware, because it tests a caller of its own kind; the walk below still finds it closed.
    private static readonly string[] ChecksItself = ["/metrics"];

    private static readonly Dictionary<string, string[]> RolesOf = new()
    {
        [Policies.Look] = [.. Role.All],
        [Policies.Kitchen] = [.. Role.All],
        [Policies.Front] = [Role.Owner, Role.Manager, Role.Front],
        [Policies.Manage] = [Role.Owner, Role.Manager],
        [Policies.Own] = [Role.Owner],
    };

    public static TheoryData<string> Roles => new(Role.All);

    [Fact]
    public async Task A_stranger_finds_every_door_closed_but_the_public_ones()
    {
        var open = new List<string>();
        foreach (var (method, template) in Endpoints().Where(endpoint => !IsPublic(endpoint.Template)))
        {
            // A body, so that a missing one cannot be the reason for the refusal.
            using var request = new HttpRequestMessage(new(method), Fill(template)) { Content = method is "GET" or "HEAD" ? null : new StringContent("{}", null, "application/json") };
            var answer = await server.Stranger().SendAsync(request);
            if (!IsRefusal(answer))
                open.Add($"{method} {template}: {(int)answer.StatusCode}");
        }

        open.ShouldBeEmpty();
    }

    [Fact]
    public void Only_what_is_on_the_list_lets_strangers_in()
    {
        var anonymous = from endpoint in Routed()
                        where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
                        let template = Template(endpoint.RoutePattern)
                        where !IsPublic(template) && !ChecksItself.Contains(template) && !IsStaticFile(endpoint)
                        select template;

        anonymous.Distinct().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/api/nothing-here")]
    public async Task A_stranger_does_not_even_learn_what_does_not_exist(string path) =>
        IsRefusal(await server.Stranger().GetAsync(path)).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_opens_its_pages_and_no_others(string role)
    {
        var client = await server.SignedInAsync(role);
        var wrong = new List<string>();
        foreach (var (template, policy) in Pages())
        {
            var answer = await client.GetAsync(Fill(template));
            var expected = RolesOf[policy].Contains(role);
            var opened = answer.StatusCode == HttpStatusCode.OK;
            var forbidden = answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.ToString().Contains("/forbidden", StringComparison.Ordinal);
            if (expected ? !opened : !forbidden)
                wrong.Add($"{template}: {(int)answer.StatusCode} {answer.Headers.Location}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_endpoint_of_the_api_names_a_policy()
    {
        var nameless = from endpoint in Routed()
                       let template = Template(endpoint.RoutePattern)
                       where (template.StartsWith("/api", StringComparison.Ordinal) || template.StartsWith("/hubs", StringComparison.Ordinal)) && !IsPublic(template)
                       where endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().All(data => data.Policy is null)
                       select template;

        nameless.Distinct().ShouldBeEmpty();
    }

    private static bool IsRefusal(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.Unauthorized
        || (answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal));

    private static bool IsPublic(string template) =>
        Public.Any(door => door.EndsWith('{') ? template.StartsWith(door[..^1], StringComparison.Ordinal) : template == door);

    // Styles, scripts and pictures are the same for everybody and say nothing about the restaurant.
    private static bool IsStaticFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(item => item.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));

    private IEnumerable<RouteEndpoint> Routed() => server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private List<(string Method, string Template)> Endpoints() =>
    [
        .. (from endpoint in Routed()
            where !IsStaticFile(endpoint)
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"]
            select (method, Template(endpoint.RoutePattern))).Distinct(),
    ];

    private static IEnumerable<(string Template, string Policy)> Pages() =>
        from type in typeof(Program).Assembly.GetTypes()
        let policy = type.GetCustomAttribute<AuthorizeAttribute>()?.Policy
        where policy is not null && typeof(IComponent).IsAssignableFrom(type)
        from route in type.GetCustomAttributes<RouteAttribute>()
        select (route.Template, policy);

    private static string Template(RoutePattern pattern) => $"/{pattern.RawText?.TrimStart('/')}";

    private static string Fill(string template) => string.Join('/', template.Split('/').Select(part =>
        !part.Contains('{', StringComparison.Ordinal) ? part
        : part.Contains("guid", StringComparison.OrdinalIgnoreCase) ? Guid.Empty.ToString()
        : part.Contains("long", StringComparison.Ordinal) || part.Contains("int", StringComparison.Ordinal) ? "1"
        : part.Contains("id", StringComparison.OrdinalIgnoreCase) ? Guid.Empty.ToString() : "x"));
}
