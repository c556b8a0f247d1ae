using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Team;
using Restaurant.Web.Commands;
using Door = Restaurant.Web.Tests.Security.DoorTable.Door;

namespace Restaurant.Web.Tests.Security;

/// <summary>Knocks at every door as everybody there is.</summary>
public sealed class DoorsTests(OwnProgram house) : IClassFixture<OwnProgram>
{
    private readonly TheProgram program = house.Program;

    public static TheoryData<string> Nobodies => new(Callers.Nobodies);

    public static TheoryData<string, string> Everybody => new(from role in Role.All from way in Callers.Ways select (role, way));

    [Fact]
    public void Every_route_stands_in_the_table_and_nothing_else_does()
    {
        var routes = from endpoint in Routed()
                     from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["*"]
                     select $"{method} {Template(endpoint)}";

        var (built, listed) = (routes.Distinct().ToList(), DoorTable.Doors.Select(door => door.ToString()).ToList());
        built.Except(listed).ShouldBeEmpty("a door without a row in DoorTable: say there for whom it is");
        listed.Except(built).ShouldBeEmpty("a row in DoorTable without a door");
        listed.ShouldBeUnique("two rows in DoorTable for one door");
    }

    [Fact]
    public void Every_hub_method_and_command_stands_in_the_table()
    {
        var methods = from hub in typeof(Program).Assembly.GetTypes()
                      where hub.IsAssignableTo(typeof(Hub))
                      from method in hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                      where method.GetBaseDefinition() == method
                      select $"{hub.Name}.{method.Name}";

        methods.ShouldBe(DoorTable.HubMethods.Keys);
        RestaurantCommands.Root().Subcommands.Select(command => command.Name).Order().ShouldBe(DoorTable.Commands);
    }

    [Theory]
    [MemberData(nameof(Nobodies))]
    public async Task Who_is_nobody_finds_every_door_closed_but_the_public_ones(string kind)
    {
        var client = await Callers.NobodyAsync(program, kind);
        var open = new List<string>();
        foreach (var door in DoorTable.Doors.Where(door => !door.IsPublic))
        {
            using var answer = await client.SendAsync(door.Knock());
            if (!IsRefusal(answer))
                open.Add($"{door}: {(int)answer.StatusCode}");
        }

        open.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task A_role_opens_its_doors_and_no_others(string role, string way)
    {
        var client = await Callers.SomebodyAsync(program, role, way);
        var wrong = new List<string>();
        foreach (var door in DoorTable.Doors.Where(door => !(door.OpensFor(role) && IsLongWork(door))))
        {
            using var answer = await client.SendAsync(door.Knock(), HttpCompletionOption.ResponseHeadersRead);

            // A part that is too slow on a busy machine is named with 503 behind the door.
            var opened = !IsRefusal(answer) && !IsForbidden(answer) && answer.StatusCode is < HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable;
            if (door.OpensFor(role) ? !opened && !AsksEverybody(door, answer) : !IsForbidden(answer))
                wrong.Add($"{door}: {(int)answer.StatusCode} {answer.Headers.Location}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Only_public_doors_are_marked_as_open_to_strangers() => (
        from endpoint in Routed()
        where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        where !DoorTable.Doors.Any(door => door.IsPublic && door.Template == Template(endpoint))
        select Template(endpoint)).Distinct().ShouldBeEmpty();

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/api/nothing-here")]
    public async Task A_stranger_does_not_even_learn_what_does_not_exist(string path) =>
        IsRefusal(await program.Stranger().GetAsync(path)).ShouldBeTrue();

    private static bool IsRefusal(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.Unauthorized || LeadsTo(answer, "/sign-in");

    private static bool IsForbidden(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.Forbidden || LeadsTo(answer, "/forbidden");

    private static bool LeadsTo(HttpResponseMessage answer, string page) =>
        answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.ToString().Contains(page, StringComparison.Ordinal);

    // A signature and a password are missing in the knock: that door asks everybody for them.
    private static bool AsksEverybody(Door door, HttpResponseMessage answer) => door.IsPublic && answer.StatusCode == HttpStatusCode.Unauthorized;

    // Costs seconds and would train on other tests' messages; who may not do it is kept out before that, and knocks here, too.
    private static bool IsLongWork(Door door) => door.Template == "/api/learning/train";

    // Styles, scripts and pictures are the same for everybody and say nothing about the restaurant.
    private static bool IsStaticFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.Any(item => item.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));

    private static string Template(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText?.Trim('/')}";

    private IEnumerable<RouteEndpoint> Routed() =>
        program.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => !IsStaticFile(endpoint));
}
