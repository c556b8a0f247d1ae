using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Team;

public sealed class ApiKeysTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_key_is_found_by_its_secret_until_its_day_comes(DatabaseKind kind)
    {
        await using var team = await TeamStore.CreateAsync(kind);
        var secret = await team.Keys.CreateAsync("Till", Role.Front, team.Clock.GetUtcNow().AddDays(30), "test", None);

        (await team.Keys.FindAsync(secret, None))!.Role.ShouldBe(Role.Front);
        (await team.Keys.FindAsync(secret[..^1], None)).ShouldBeNull();
        (await team.SecretsAsync()).ShouldNotContain(secret);
        team.Clock.Advance(TimeSpan.FromDays(30));
        (await team.Keys.FindAsync(secret, None)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_revoked_key_is_refused_and_the_audit_says_by_whom(DatabaseKind kind)
    {
        await using var team = await TeamStore.CreateAsync(kind);
        var secret = await team.Keys.CreateAsync("Till", Role.Front, null, "test", None);
        var key = (await team.Keys.ListAsync(None)).ShouldHaveSingleItem();

        await team.Keys.RevokeAsync(key.Id, "olga@example.com", None);

        (await team.Keys.FindAsync(secret, None)).ShouldBeNull();
        (await team.AuditAsync()).ShouldContain(entry => entry.Who == "olga@example.com" && entry.What == "revoked the API key Till");
    }
}
