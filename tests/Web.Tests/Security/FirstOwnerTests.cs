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
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("restaurant-first-");

    [Fact]
    public async Task The_link_of_the_first_start_makes_the_owner_once()
    {
        await using var first = Start();
        var link = new Uri(first.Services.GetRequiredService<FirstOwnerLink>().Printed!).PathAndQuery;
        var client = first.CreateClient(new() { AllowAutoRedirect = false });

        var tooShort = await AcceptAsync(client, link, "short");
        (await tooShort.Content.ReadAsStringAsync()).ShouldContain("at least 10 characters");
        (await AcceptAsync(client, link, Team.Password)).StatusCode.ShouldBe(HttpStatusCode.Found);
        var signedIn = await TheServer.SignInAsync(client, "anna@example.com", Team.Password);

        signedIn.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await client.GetAsync("/settings")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await first.CreateClient().GetStringAsync(link)).ShouldContain("does not work any more");
        var people = await first.Services.GetRequiredService<IPeople>().ListAsync(CancellationToken.None);
        people.ShouldHaveSingleItem().Role.ShouldBe(Role.Owner);
    }

    [Fact]
    public async Task A_restart_without_an_owner_prints_a_new_link_and_ends_the_old()
    {
        string old;
        await using (var first = Start())
            old = first.Services.GetRequiredService<FirstOwnerLink>().Printed!;

        await using var second = Start();
        var fresh = second.Services.GetRequiredService<FirstOwnerLink>().Printed!;

        (await second.CreateClient().GetStringAsync(new Uri(old).PathAndQuery)).ShouldContain("does not work any more");
        (await second.CreateClient().GetStringAsync(new Uri(fresh).PathAndQuery)).ShouldContain("makes you the owner");
    }

    [Fact]
    public async Task With_an_owner_no_link_is_printed()
    {
        await using (var first = Start())
            await first.Services.GetRequiredService<IPeople>().AddWithPasswordAsync("anna@example.com", Role.Owner, Team.Password, "test", CancellationToken.None);

        await using var second = Start();

        second.Services.GetRequiredService<FirstOwnerLink>().Printed.ShouldBeNull();
    }

    private WebApplicationFactory<Program> Start() => new Started(data.FullName);

    private static Task<HttpResponseMessage> AcceptAsync(HttpClient client, string link, string password) =>
        client.PostFormAsync(link, "welcome", ("Input.Email", "anna@example.com"), ("Input.Password", password), ("Input.Again", password));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Delete(recursive: true);
    }

    private sealed class Started(string folder) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder) =>
            builder.UseSetting("Restaurant:DataDirectory", folder);
    }
}
