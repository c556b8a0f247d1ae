using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Settings;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Settings;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Settings;

public sealed class SettingsStoreTests
{
    private const string Address = "https://discord.com/api/webhooks/1/very-secret-token-1234";
    private const string Name = "Discord:Orders";
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_saved_is_current_here_and_read_by_the_next_program(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = Node(database);
        var settings = first.GetRequiredService<ISettings>();

        await settings.SaveAsync(new() { Name = "Green Corner", TurnSeconds = 0, Threshold = 0 }, "owner@example.com", None);

        settings.Current.Name.ShouldBe("Green Corner");
        await using var second = Node(database);
        var read = second.GetRequiredService<ISettings>().Current;
        (read.Name, read.TurnSeconds, read.Threshold).ShouldBe(("Green Corner", 0, 0));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_read_again_meanwhile_does_not_undo_what_was_saved(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node(database);
        var settings = (SettingsStore)node.GetRequiredService<ISettings>();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await settings.RefreshAsync(None);
        })).ToList();

        for (var at = 1; at <= 40; at++)
        {
            await settings.SaveAsync(new() { TurnSeconds = at }, "owner@example.com", None);
            for (var look = 0; look < 20; look++, await Task.Yield())
                settings.Current.TurnSeconds.ShouldBe(at);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Another_node_opens_a_secret_that_the_database_alone_does_not_show(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = Node(database, ("Restaurant:Key", "kitchen door"));
        await first.GetRequiredService<ISettings>().SaveSecretAsync(Name, Address, "owner@example.com", None);

        await using var second = Node(database, ("Restaurant:Key", "kitchen door"));
        (await second.GetRequiredService<ISettings>().SecretAsync(Name, None)).ShouldBe(Address);

        await using var context = await first.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        var raw = string.Join('\n', context.Set<Setting>().Select(setting => setting.Value).AsEnumerable()
            .Concat(context.Set<DataProtectionKey>().Select(key => key.Xml))
            .Concat(context.Audit.AsEnumerable().Select(entry => $"{entry.What} {entry.Before} {entry.After}")));
        raw.ShouldContain("set the secret Discord:Orders");
        raw.ShouldNotContain("very-secret-token");
        raw.ShouldNotContain("masterKey", Case.Sensitive, "the key ring must not lie open beside what it protects");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stolen_database_does_not_open_without_its_key(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var owner = Node(database, ("Restaurant:Key", "kitchen door"));
        await owner.GetRequiredService<ISettings>().SaveSecretAsync(Name, Address, "owner@example.com", None);

        await using var thief = Node(database, ("Restaurant:Key", "a guess"));
        var settings = thief.GetRequiredService<ISettings>();

        (await settings.SecretStateAsync(Name, None)).Source.ShouldBe(SecretSource.Unreadable);
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => settings.SecretAsync(Name, None));
        failure.Message.ShouldContain("Enter it again in Settings");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nodes_that_start_together_make_one_secret_and_all_get_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var first = Node(database, ("Restaurant:Key", "kitchen door"));
        await using var second = Node(database, ("Restaurant:Key", "kitchen door"));
        var made = 0;
        Task<string> AskAsync(int at) => Task.Run(() => (at % 2 == 0 ? first : second).GetRequiredService<ISettings>()
            .SecretOrNewAsync(Name, () => $"secret {Interlocked.Increment(ref made)}", "start-up", None));

        var got = await Task.WhenAll(Enumerable.Range(0, 12).Select(AskAsync));

        got.Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Two_who_set_the_same_for_the_first_time_are_both_heard(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node(database);
        var settings = node.GetRequiredService<ISettings>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() => settings.SaveSecretAsync(Name, $"{Address}{at}", "owner@example.com", None))));

        (await settings.SecretAsync(Name, None)).ShouldStartWith(Address);
        await using var context = await node.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        (await context.Audit.CountAsync()).ShouldBe(8);
    }

    [Fact]
    public async Task Configuration_counts_until_the_owner_enters_an_address_and_again_when_it_is_removed()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = Node(database, (Name, "https://discord.com/api/webhooks/9/configured-0000"));
        var settings = node.GetRequiredService<ISettings>();

        (await settings.SecretStateAsync(Name, None)).ShouldBe(new SecretState(SecretSource.Configuration, "0000"));
        await settings.SaveSecretAsync(Name, Address, "owner@example.com", None);
        (await settings.SecretStateAsync(Name, None)).ShouldBe(new SecretState(SecretSource.Browser, "1234"));
        await settings.SaveSecretAsync(Name, null, "owner@example.com", None);
        (await settings.SecretAsync(Name, None)).ShouldEndWith("configured-0000");
    }

    [Fact]
    public async Task Settings_that_cannot_work_are_refused_in_words()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = Node(database);

        var refused = await Should.ThrowAsync<InvalidOperationException>(() =>
            node.GetRequiredService<ISettings>().SaveAsync(new() { TimeZone = "Mars/Olympus", Currency = "dollars" }, "owner@example.com", None));

        refused.Message.ShouldContain("\"Mars/Olympus\" is not a time zone");
        refused.Message.ShouldContain("\"dollars\" is not a currency");
    }

    private static ServiceProvider Node(TestDatabase database, params (string, string)[] more) => database.Services(services =>
        services.AddSingleton(database.Configuration(more)).AddSettings());
}
