using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Security;

public sealed class SignInTests(TheServer server)
{
    [Theory]
    [InlineData("/orders?status=new", "/orders?status=new")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    public async Task Leads_back_to_a_page_of_ours_and_nowhere_else(string asked, string expected)
    {
        var answer = await TheServer.SignInAsync(server.Stranger(), Team.Email(Role.Owner), Team.Password, asked);

        new Uri(new Uri("http://localhost"), answer.Headers.Location!).PathAndQuery.ShouldBe(expected);
        new Uri(new Uri("http://localhost"), answer.Headers.Location!).Host.ShouldBe("localhost");
    }

    [Fact]
    public async Task The_fifth_wrong_password_closes_the_account_even_to_the_right_one()
    {
        var email = await NewPersonAsync();
        var client = server.Stranger();
        for (var attempt = 0; attempt < 4; attempt++)
            (await TheServer.SignInAsync(client, email, "wrong")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var fifth = await TheServer.SignInAsync(client, email, "wrong");
        var right = await TheServer.SignInAsync(client, email, Team.Password);

        fifth.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        right.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await right.Content.ReadAsStringAsync()).ShouldContain("closed for 5 minutes");
    }

    [Fact]
    public async Task An_account_that_does_not_exist_answers_like_one_that_does()
    {
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var answer = await server.Stranger().PostAsJsonAsync("/api/auth/token", new { email = "nobody@example.com", password = "wrong" });
            statuses.Add(answer.StatusCode);
        }

        statuses[0].ShouldBe(HttpStatusCode.Unauthorized);
        statuses[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Somebody_switched_off_cannot_sign_in()
    {
        var email = await NewPersonAsync();
        var people = server.Services.GetRequiredService<IPeople>();
        var person = (await people.ListAsync(CancellationToken.None)).Single(one => one.Email == email);
        await people.SetDisabledAsync(person.Id, true, "test", CancellationToken.None);

        var answer = await TheServer.SignInAsync(server.Stranger(), email, Team.Password);

        (await answer.Content.ReadAsStringAsync()).ShouldContain("switched off");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var answer = await server.Stranger().PostAsync("/sign-in", new FormUrlEncodedContent(
            new Dictionary<string, string> { ["_handler"] = "sign-in", ["Input.Email"] = Team.Email(Role.Owner), ["Input.Password"] = Team.Password }));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_cookie_cannot_be_read_by_scripts_and_does_not_travel_across_sites()
    {
        var answer = await TheServer.SignInAsync(server.Stranger(), Team.Email(Role.Owner), Team.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("restaurant=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
    }

    private async Task<string> NewPersonAsync()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        await server.Services.GetRequiredService<IPeople>().AddWithPasswordAsync(email, Role.Front, Team.Password, "test", CancellationToken.None);
        return email;
    }
}
