using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Team;

public sealed class PeopleTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_last_owner_can_neither_step_down_nor_be_switched_off(DatabaseKind kind)
    {
        await using var team = await TeamStore.CreateAsync(kind);
        await team.AddAsync("olga", Role.Owner);
        var olga = await team.FindAsync("olga");

        (await Should.ThrowAsync<InvalidOperationException>(() => team.People.ChangeRoleAsync(olga.Id, Role.Front, "test", None))).Message.ShouldContain("last owner");
        await Should.ThrowAsync<InvalidOperationException>(() => team.People.SetDisabledAsync(olga.Id, true, "test", None));
        await team.AddAsync("otto", Role.Owner);
        await team.People.ChangeRoleAsync(olga.Id, Role.Front, "test", None);

        (await team.FindAsync("olga")).Role.ShouldBe(Role.Front);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_two_owners_who_demote_each_other_at_once_one_remains(DatabaseKind kind)
    {
        await using var team = await TeamStore.CreateAsync(kind);
        await team.AddAsync("olga", Role.Owner);
        await team.AddAsync("otto", Role.Owner);
        var (olga, otto) = (await team.FindAsync("olga"), await team.FindAsync("otto"));

        // Again and again: not each time do the two come at the very same moment.
        for (var round = 0; round < 10; round++)
        {
            var both = new[] { olga, otto }.Select(person => Task.Run(async () => await Record.ExceptionAsync(() => team.People.ChangeRoleAsync(person.Id, Role.Front, "test", None))));
            var problem = (await Task.WhenAll(both)).Where(problem => problem is not null).ShouldHaveSingleItem();
            problem!.Message.ShouldContain("is the last owner. Make somebody else owner first.");
            (await team.People.ListAsync(None)).Count(person => person.Role == Role.Owner).ShouldBe(1);
            foreach (var person in new[] { olga, otto })
                await team.People.ChangeRoleAsync(person.Id, Role.Owner, "test", None);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Several_people_are_added_at_once_and_none_is_refused_for_the_others(DatabaseKind kind)
    {
        await using var team = await TeamStore.CreateAsync(kind);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(at => Task.Run(() => team.People.AddAsync($"new{at}@example.com", Role.Kitchen, "test", None))));

        (await team.People.ListAsync(None)).Count.ShouldBe(4);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Who_has_only_a_link_does_not_count_as_an_owner(DatabaseKind kind)
    {
        await using var team = await TeamStore.CreateAsync(kind);
        await team.AddAsync("olga", Role.Owner);
        await team.People.AddAsync("otto@example.com", Role.Owner, "test", None);

        (await team.FindAsync("otto")).Waiting.ShouldBeTrue();
        await Should.ThrowAsync<InvalidOperationException>(async () => await team.People.SetDisabledAsync((await team.FindAsync("olga")).Id, true, "test", None));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_changes_is_written_down_with_who_did_it(DatabaseKind kind)
    {
        await using var team = await TeamStore.CreateAsync(kind);
        await team.AddAsync("kim", Role.Kitchen);
        var kim = await team.FindAsync("kim");

        await team.People.ChangeRoleAsync(kim.Id, Role.Front, "olga@example.com", None);
        await team.People.SetDisabledAsync(kim.Id, true, "olga@example.com", None);

        var entries = await team.AuditAsync();
        entries.ShouldContain(entry => entry.Who == "olga@example.com" && entry.Before == Role.Kitchen && entry.After == Role.Front);
        entries.ShouldContain(entry => entry.What == "switched kim@example.com off");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_wrong_person_is_refused_in_words_and_leaves_nothing(DatabaseKind kind)
    {
        await using var team = await TeamStore.CreateAsync(kind);
        await team.AddAsync("kim", Role.Kitchen);

        foreach (var (email, role, password, words) in new[]
        {
            ("kim@example.com", Role.Front, TeamStore.Password, "belongs to somebody already"),
            ("lee@example.com", Role.Front, "short", "at least 10 characters"),
            ("lee@example.com", "boss", TeamStore.Password, "There is no role 'boss'"),
            ("lee", Role.Front, TeamStore.Password, "valid e-mail"),
        })
        {
            var refusal = await Should.ThrowAsync<InvalidOperationException>(() => team.People.AddWithPasswordAsync(email, role, password, "test", None));
            refusal.Message.ShouldContain(words);
        }

        (await team.People.ListAsync(None)).ShouldHaveSingleItem();
        (await team.AuditAsync()).ShouldHaveSingleItem();
    }
}
