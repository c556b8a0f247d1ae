using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Team;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Team;

public sealed class OneTimeLinksTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_two_who_use_links_of_two_nodes_at_once_one_becomes_the_owner(DatabaseKind kind)
    {
        await using var team = await TeamStore.CreateAsync(kind);
        var links = new[] { await team.Links.FirstOwnerAsync(None), await team.Links.FirstOwnerAsync(None) };

        var outcomes = await Task.WhenAll(links.Select((link, at) => team.Links.AcceptAsync(link, $"owner{at}@example.com", TeamStore.Password, None)));

        outcomes.Count(outcome => outcome.Person is not null).ShouldBe(1);
        (await team.People.ListAsync(None)).ShouldHaveSingleItem().Role.ShouldBe(Role.Owner);
        (await team.Links.FirstOwnerAsync(None)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_password_that_is_refused_does_not_use_the_link_up(DatabaseKind kind)
    {
        await using var team = await TeamStore.CreateAsync(kind);
        var link = await team.People.AddAsync("kim@example.com", Role.Kitchen, "test", None);

        (await team.Links.AcceptAsync(link, null, "short", None)).Problems.ShouldNotBeEmpty();
        (await team.Links.AcceptAsync(link, null, TeamStore.Password, None)).Person!.Email.ShouldBe("kim@example.com");
        (await team.Links.AcceptAsync(link, null, TeamStore.Password, None)).Problems.ShouldHaveSingleItem().ShouldContain("has been used");

        var kim = await team.FindAsync("kim");
        (kim.Waiting, kim.SignedInAt).ShouldBe((false, team.Clock.GetUtcNow()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_link_ends_after_a_day_or_with_the_next_one_for_the_same_person(DatabaseKind kind)
    {
        await using var team = await TeamStore.CreateAsync(kind);
        var first = await team.People.AddAsync("kim@example.com", Role.Kitchen, "test", None);
        var second = await team.People.NewLinkAsync((await team.FindAsync("kim")).Id, "test", None);

        (await team.Links.FindAsync(first, None)).ShouldBeNull();
        (await team.Links.FindAsync(second, None)).ShouldBe(new LinkHolder("kim@example.com"));
        team.Clock.Advance(OneTimeLinks.Life);
        (await team.Links.FindAsync(second, None)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_database_does_not_show_a_link(DatabaseKind kind)
    {
        await using var team = await TeamStore.CreateAsync(kind);
        var link = await team.Links.FirstOwnerAsync(None);

        (await team.SecretsAsync()).ShouldNotContain(link!);
    }
}
