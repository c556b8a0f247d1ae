using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Security;

/// <summary>Who asks too often, from another site, or without encryption.</summary>
public sealed class ApiLimitsTests
{
    [Fact]
    public async Task Who_asks_too_often_is_told_how_long_to_wait_and_others_are_not_held_up()
    {
        await using var program = await TheProgram.StartAsync(settings: ("Api:PerSecond", "5"));
        var busy = await program.AsAsync(Role.Front);

        HttpResponseMessage refused;
        var asked = 0;
        do
            refused = await busy.GetAsync("/api/auth/me");
        while (refused.StatusCode == HttpStatusCode.OK && ++asked < 500);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await (await program.AsAsync(Role.Manager)).GetAsync("/api/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.Stranger().GetAsync("/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://till.example", true)]
    [InlineData("https://elsewhere.example", false)]
    public async Task Only_sites_on_the_list_may_call_the_api_from_a_browser(string origin, bool allowed)
    {
        await using var program = await TheProgram.StartAsync(settings: ("Cors:Origins:0", "https://till.example"));
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/orders");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "x-api-key");

        var answer = await program.Stranger().SendAsync(request);

        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBe(allowed);
        answer.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", false)]
    public async Task Browsers_are_told_to_stay_with_encryption_outside_development(string environment, bool told)
    {
        using var data = new DataFolder();
        await using (var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseEnvironment(environment).UseSetting("Restaurant:DataDirectory", data.FullName)))
        {
            var client = factory.CreateClient(new() { BaseAddress = new("https://restaurant.example") });
            (await client.GetAsync("/sign-in")).Headers.Contains("Strict-Transport-Security").ShouldBe(told);
        }
    }
}
