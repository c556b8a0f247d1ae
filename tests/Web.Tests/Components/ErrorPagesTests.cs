using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Team;
using Restaurant.Testing;
using Restaurant.Web.Components;

namespace Restaurant.Web.Tests.Components;

public sealed class ErrorPagesTests(TheServer server)
{
    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/nothing/here/either")]
    [InlineData("/%5cnothing")]
    [InlineData("/picture.png")]
    [InlineData("/orders/not-a-guid")]
    public async Task A_page_that_does_not_exist_says_so(string path)
    {
        var client = await server.SignedInAsync(Role.Kitchen);

        var answer = await client.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("There is no such page");
    }

    [Theory]
    [InlineData("/api/nothing-here")]
    [InlineData("/hubs/nothing-here")]
    public async Task A_program_reads_a_problem_document_instead(string path)
    {
        var client = await server.WithKeyAsync(Role.Kitchen);

        var answer = await client.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Who_meets_an_error_reads_a_page_and_no_stack()
    {
        using var data = new DataFolder();
        await using (var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Restaurant:DataDirectory", data.FullName)
            .ConfigureTestServices(services => services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request.Path == "/sign-in"
                ? throw new InvalidOperationException("the secret of the kitchen")
                : ActivatorUtilities.CreateInstance<Appearance>(provider)))))
        {
            var answer = await factory.CreateClient().GetAsync("/sign-in");

            answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
            var page = await answer.Content.ReadAsStringAsync();
            page.ShouldContain("Something went wrong");
            page.ShouldNotContain("the secret of the kitchen");
            page.ShouldNotContain("   at ");
        }
    }
}
