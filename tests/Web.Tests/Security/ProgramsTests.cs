using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Security;

/// <summary>Access tokens and API keys.</summary>
public sealed class ProgramsTests(TheServer server)
{
    [Fact]
    public async Task A_token_says_who_is_calling()
    {
        var me = await (await server.WithTokenAsync(Role.Manager)).GetFromJsonAsync<JsonElement>("/api/auth/me");

        me.GetProperty("name").GetString().ShouldBe(Team.Email(Role.Manager));
        me.GetProperty("role").GetString().ShouldBe(Role.Manager);
    }

    [Fact]
    public async Task A_token_ends_when_its_person_is_signed_out_everywhere()
    {
        var people = server.Services.GetRequiredService<IPeople>();
        var email = $"{Guid.NewGuid():N}@example.com";
        await people.AddWithPasswordAsync(email, Role.Front, Team.Password, "test", CancellationToken.None);
        var client = server.Stranger();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await server.TokenAsync(email, Team.Password));
        (await client.GetAsync("/api/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var person = (await people.ListAsync(CancellationToken.None)).Single(one => one.Email == email);
        await people.SignOutEverywhereAsync(person.Id, "test", CancellationToken.None);

        (await client.GetAsync("/api/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_forged_token_is_refused()
    {
        var client = server.Stranger();
        var token = await server.TokenAsync(Team.Email(Role.Kitchen), Team.Password);
        var parts = token.Split('.');
        client.DefaultRequestHeaders.Authorization = new("Bearer", $"{parts[0]}.{parts[1]}.{new string('A', parts[2].Length)}");

        (await client.GetAsync("/api/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_key_opens_the_api_until_it_is_revoked()
    {
        // A name of its own: others hold keys of the same role at the same time, and need them.
        const string Name = "till to be revoked";
        var keys = server.Services.GetRequiredService<IApiKeys>();
        var client = server.Stranger();
        client.DefaultRequestHeaders.Add("X-Api-Key", await keys.CreateAsync(Name, Role.Kitchen, null, "test", CancellationToken.None));
        (await client.GetAsync("/api/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var key = (await keys.ListAsync(CancellationToken.None)).Single(one => one.Name == Name);
        key.UsedAt.ShouldNotBeNull();
        await keys.RevokeAsync(key.Id, "test", CancellationToken.None);

        (await client.GetAsync("/api/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_made_up_key_is_refused()
    {
        var client = server.Stranger();
        client.DefaultRequestHeaders.Add("X-Api-Key", "rk_made-up");

        (await client.GetAsync("/api/auth/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_description_of_the_api_names_both_ways_to_sign_in()
    {
        var description = await (await server.WithKeyAsync(Role.Front)).GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var schemes = description.GetProperty("components").GetProperty("securitySchemes");
        schemes.GetProperty("key").GetProperty("name").GetString().ShouldBe("X-Api-Key");
        schemes.GetProperty("token").GetProperty("scheme").GetString().ShouldBe("bearer");
        description.GetProperty("paths").TryGetProperty("/api/auth/token", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_bad_request_gets_a_problem_document_without_a_stack()
    {
        var answer = await server.Stranger().PostAsync("/api/auth/token", new StringContent("{", null, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("   at ");
    }
}
