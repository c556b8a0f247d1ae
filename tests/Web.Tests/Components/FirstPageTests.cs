using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Components;

public sealed class FirstPageTests
{
    [Fact]
    public async Task The_program_has_asked_itself_for_its_first_page_before_anybody_does()
    {
        using var log = new KeptLog();
        await using var program = await TheProgram.StartAsync(DatabaseKind.Sqlite, log);

        await Poll.UntilAsync(() => log.Lines.Any(line => line.Contains("The first page is ready: it answered 200", StringComparison.Ordinal)), "the first page is ready");
        program.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Count(endpoint => endpoint.RoutePattern.RawText == "/sign-in").ShouldBe(1);
    }
}
