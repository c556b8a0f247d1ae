using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Team;
using Restaurant.Testing;
using Restaurant.Web.Security;

namespace Restaurant.Web.Tests.Security;

/// <summary>All kinds of callers: those who are somebody, by each way to show it, and those who are not, or not any more.</summary>
internal static class Callers
{
    public static IReadOnlyList<string> Ways { get; } = ["token", "key", "cookie"];

    public static IReadOnlyList<string> Nobodies { get; } =
        ["stranger", "unknown key", "revoked key", "ended key", "forged token", "expired token", "revoked token", "token without signature", "made-up cookie"];

    public static async Task<HttpClient> SomebodyAsync(TheProgram program, string role, string way)
    {
        var client = program.Stranger();
        if (way == "token")
            return Bearing(client, await TokenAsync(client, Team.Email(role)));
        if (way == "key")
            return Holding(client, await program.Services.GetRequiredService<IApiKeys>().CreateAsync(role, role, null, "test", default));
        await TheServer.SignInAsync(client, Team.Email(role), Team.Password);
        return client;
    }

    public static async Task<HttpClient> NobodyAsync(TheProgram program, string kind)
    {
        var client = program.Stranger();
        var now = TimeProvider.System.GetUtcNow();
        switch (kind)
        {
            case "unknown key":
                return Holding(client, "rk_" + new string('x', 43));
            case "revoked key":
                return Holding(client, await RevokedKeyAsync(program));
            case "ended key":
                return Holding(client, await EndedKeyAsync(program, now));
            case "forged token":
                var token = await TokenAsync(client, Team.Email(Role.Owner));
                return Bearing(client, token[..token.LastIndexOf('.')] + "." + new string('A', 43));
            case "expired token":
                return Bearing(client, await ExpiredTokenAsync(program, now));
            case "revoked token":
                return Bearing(client, await RevokedTokenAsync(program, client));
            case "token without signature":
                var claims = (await TokenAsync(client, Team.Email(Role.Owner))).Split('.')[1];
                return Bearing(client, $"eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{claims}.");
            case "made-up cookie":
                client.DefaultRequestHeaders.Add("Cookie", "restaurant=CfDJ8AAAAAAAAAAAAAAAAAAAAAA");
                return client;
            default:
                return client;
        }
    }

    private static HttpClient Bearing(HttpClient client, string token)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static HttpClient Holding(HttpClient client, string key)
    {
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    private static async Task<string> TokenAsync(HttpClient client, string email)
    {
        var answer = await client.PostAsJsonAsync("/api/auth/token", new { email, password = Team.Password });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    private static async Task<string> RevokedKeyAsync(TheProgram program)
    {
        var keys = program.Services.GetRequiredService<IApiKeys>();
        var key = await keys.CreateAsync("revoked", Role.Owner, null, "test", default);
        await keys.RevokeAsync((await keys.ListAsync(default)).Single(one => one.Name == "revoked").Id, "test", default);
        return key;
    }

    private static async Task<string> EndedKeyAsync(TheProgram program, DateTimeOffset now)
    {
        var key = await program.Services.GetRequiredService<IApiKeys>().CreateAsync("ended", Role.Owner, now.AddMinutes(1), "test", default);
        await using var database = await program.Services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        await database.Set<ApiKey>().Where(one => one.Name == "ended").ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresAt, now.AddSeconds(-1)));
        return key;
    }

    /// <summary>Signed with the real key for the real owner, an hour and two minutes ago.</summary>
    private static async Task<string> ExpiredTokenAsync(TheProgram program, DateTimeOffset now)
    {
        await using var scope = program.Services.CreateAsyncScope();
        var owner = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByEmailAsync(Team.Email(Role.Owner));
        var tokens = new AccessTokens(program.Services.GetRequiredService<SigningKey>(), new FakeClock(now - AccessTokens.Life - TimeSpan.FromMinutes(2)));
        return (await tokens.IssueAsync(owner!, default)).Token;
    }

    private static async Task<string> RevokedTokenAsync(TheProgram program, HttpClient client)
    {
        var people = program.Services.GetRequiredService<IPeople>();
        await people.AddWithPasswordAsync("gone@example.com", Role.Owner, Team.Password, "test", default);
        var token = await TokenAsync(client, "gone@example.com");
        var person = (await people.ListAsync(default)).Single(one => one.Email == "gone@example.com");
        await people.SignOutEverywhereAsync(person.Id, "test", default);
        return token;
    }
}
