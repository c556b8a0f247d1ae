using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Team;
using Restaurant.Testing;
using Restaurant.Web.Security;

namespace Restaurant.Web.Tests.Security;

/// <summary>From an empty database to the first owner, each with a program of its own.</summary>
public sealed class FirstOwnerTests : IDisposable
{
    private readonly DataFolder data = new();

    [Fact]
    public async Task The_link_of_the_first_start_makes_the_owner_once()
    {
        await using var first = Start();
        var link = LinkOf(first);
        var client = first.CreateClient(new() { AllowAutoRedirect = false });

        var tooShort = await AcceptAsync(client, link, "short");
        (await tooShort.Content.ReadAsStringAsync()).ShouldContain("at least 10 characters");
        var accepted = await AcceptAsync(client, link, Team.Password);

        accepted.StatusCode.ShouldBe(HttpStatusCode.Found);
        new Uri(new Uri("http://localhost"), accepted.Headers.Location!).PathAndQuery.ShouldBe("/");
        (await client.GetAsync("/settings")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await first.CreateClient().GetStringAsync(link)).ShouldContain("does not work any more");
        var people = await first.Services.GetRequiredService<IPeople>().ListAsync(CancellationToken.None);
        people.ShouldHaveSingleItem().Role.ShouldBe(Role.Owner);
    }

    [Fact]
    public async Task Every_node_prints_a_link_and_using_one_ends_them_all()
    {
        await using var first = Start();
        await using var second = Start();
        var (one, other) = (LinkOf(first), LinkOf(second));
        other.ShouldNotBe(one);

        (await AcceptAsync(second.CreateClient(new() { AllowAutoRedirect = false }), one, Team.Password)).StatusCode.ShouldBe(HttpStatusCode.Found);

        (await first.CreateClient().GetStringAsync(other)).ShouldContain("does not work any more");
    }

    [Fact]
    public async Task A_one_time_link_of_a_person_signs_them_in()
    {
        await using var program = Start();
        var people = program.Services.GetRequiredService<IPeople>();
        var token = await people.AddAsync("kim@example.com", Role.Kitchen, "test", CancellationToken.None);
        var client = program.CreateClient(new() { AllowAutoRedirect = false });

        await AcceptAsync(client, $"/welcome?token={token}", Team.Password);

        (await client.GetAsync("/orders")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await people.ListAsync(CancellationToken.None)).ShouldHaveSingleItem().SignedInAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task With_an_owner_no_link_is_printed()
    {
        await using (var first = Start())
            await first.Services.GetRequiredService<IPeople>().AddWithPasswordAsync("anna@example.com", Role.Owner, Team.Password, "test", CancellationToken.None);

        await using var second = Start();

        second.Services.GetRequiredService<FirstOwnerLink>().Printed.ShouldBeNull();
    }

    private static string LinkOf(WebApplicationFactory<Program> program) =>
        new Uri(program.Services.GetRequiredService<FirstOwnerLink>().Printed!).PathAndQuery;

    private WebApplicationFactory<Program> Start() => new Started(data.FullName);

    private static Task<HttpResponseMessage> AcceptAsync(HttpClient client, string link, string password) =>
        client.PostFormAsync(link, "welcome", ("Input.Email", "anna@example.com"), ("Input.Password", password), ("Input.Again", password));

    public void Dispose()
    {
        data.Dispose();
    }

    private sealed class Started(string folder) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder) =>
            builder.UseSetting("Restaurant:DataDirectory", folder);
    }
}
