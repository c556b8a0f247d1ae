using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Team;

namespace Restaurant.Testing;

/// <summary>One person of each role, for tests that go through the front door.</summary>
public static class Team
{
    public const string Password = "a long enough password";

    public static string Email(string role) => $"{role}@example.com";

    public static async Task AddAsync(IServiceProvider services)
    {
        var people = services.GetRequiredService<IPeople>();
        foreach (var role in Role.All)
            await people.AddWithPasswordAsync(Email(role), role, Password, "test", CancellationToken.None);
    }
}
