using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Live;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Changes;
using Restaurant.Infrastructure.Menu;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Menu;

public sealed class MenuStoreTests
{
    private const string Mia = "mia@example.com";
    private static readonly MenuItem Soup = new()
    {
        Name = "Tomato Soup",
        Description = "With basil.",
        PriceMinor = 650,
        Aliases = ["red soup"],
        Sizes = [new("cup", -150) { Aliases = ["small"] }, new("bowl", 0)],
        Ingredients = ["tomato", "basil"],
        Tags = ["vegan"],
        Allergens = ["celery"],
        Station = "soup",
        SoldOutUntil = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero),
    };

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_is_saved_is_read_again_whole_and_in_order(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var store = services.GetRequiredService<IMenuStore>();

        (await store.VersionAsync(default)).ShouldBe(0);
        await SaveAsync(store, new SaveGroup(new("toppings", [new("croutons", 50) { Aliases = ["bread bits"] }]), null));
        await SaveAsync(store, new SaveItem(Soup with { ModifierGroups = ["toppings"] }, "Soups", null));
        await SaveAsync(store, new SaveItem(Plain("Bread"), "Sides", null));
        await SaveAsync(store, new SaveItem(Plain("Broth"), "soups", null));

        var menu = await store.LoadAsync(default);
        menu.Version.ShouldBe(4);
        menu.Categories.Select(category => category.Name).ShouldBe(["Soups", "Sides"]);
        menu.Items.Select(item => item.Name).ShouldBe(["Tomato Soup", "Broth", "Bread"]);
        menu.ModifierGroups.ShouldHaveSingleItem().Modifiers.ShouldHaveSingleItem().Aliases.ShouldBe(["bread bits"]);
        Text(menu.Items.First()).ShouldBe(Text(Soup with { ModifierGroups = ["toppings"], Revision = 2 }));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Two_editors_do_not_overwrite_one_another(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var store = services.GetRequiredService<IMenuStore>();
        var seen = (await SaveAsync(store, new SaveItem(Soup, "Soups", null))).Menu.Items.Single();

        // Another item's change in between is no conflict; the same item's is.
        await SaveAsync(store, new SaveItem(Plain("Bread"), "Sides", null));
        await SaveAsync(store, new SaveItem(seen with { PriceMinor = 700 }, "Soups", seen.Revision));
        var late = await store.ChangeAsync(new SaveItem(seen with { Description = "Hot." }, "Soups", seen.Revision), "ben@example.com", null, default);

        late.Outcome.ShouldBe(MenuOutcome.Conflict);
        late.Problems.ShouldHaveSingleItem().Message.ShouldContain("changed by somebody else");
        late.Menu.Items.First().PriceMinor.ShouldBe(700);
        (await store.LoadAsync(default)).Items.First().Description.ShouldBe("With basil.");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Many_changes_at_once_all_count(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var store = services.GetRequiredService<IMenuStore>();

        await Task.WhenAll(Enumerable.Range(1, 12).Select(number => SaveAsync(store, new SaveItem(Plain($"Dish {number}"), "All", null))));

        var menu = await store.LoadAsync(default);
        menu.Version.ShouldBe(12);
        menu.Items.Count().ShouldBe(12);
        menu.Categories.ShouldHaveSingleItem();
        (await store.HistoryAsync(null, 0, 5, default)).Total.ShouldBe(12);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_undone_change_puts_its_own_fields_back_and_leaves_later_ones(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var store = services.GetRequiredService<IMenuStore>();
        var soup = (await SaveAsync(store, new SaveItem(Soup, "Soups", null))).Menu.Items.Single();
        var dearer = await SaveAsync(store, new SaveItem(soup with { PriceMinor = 900 }, "Soups", soup.Revision));
        var soldOut = await SaveAsync(store, new MarkSoldOut(soup.Id, MarkSoldOut.UntilFurtherNotice));
        var moved = await SaveAsync(store, new SaveItem(soldOut.Menu.Items.Single() with { Description = "Hot." }, "Starters", null));

        (await store.UndoAsync(dearer.Entry!.Value, Mia, default)).Outcome.ShouldBe(MenuOutcome.Saved);
        var after = await store.LoadAsync(default);
        Text(after.Items.Single()).ShouldBe(
            Text(Soup with { PriceMinor = 650, Description = "Hot.", SoldOutUntil = MarkSoldOut.UntilFurtherNotice, Revision = 5 }));
        after.CategoryOf(soup.Id)!.Name.ShouldBe("Starters");

        await store.UndoAsync(moved.Entry!.Value, Mia, default);
        var back = await store.LoadAsync(default);
        back.CategoryOf(soup.Id)!.Name.ShouldBe("Soups");
        back.Items.Single().Description.ShouldBe("With basil.");
        back.Categories.Select(category => category.Name).ShouldBe(["Soups"]);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_removed_item_comes_back_to_its_place_and_the_undo_can_be_undone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var store = services.GetRequiredService<IMenuStore>();
        foreach (var name in (string[])["One", "Two", "Three"])
            await SaveAsync(store, new SaveItem(Plain(name), "All", null));
        var two = (await store.LoadAsync(default)).Items.ElementAt(1);

        var removed = await SaveAsync(store, new RemoveItem(two.Id, two.Revision));
        removed.Menu.Items.Select(item => item.Name).ShouldBe(["One", "Three"]);
        var undone = await store.UndoAsync(removed.Entry!.Value, Mia, default);
        (await store.LoadAsync(default)).Items.Select(item => item.Name).ShouldBe(["One", "Two", "Three"]);
        (await store.UndoAsync(removed.Entry!.Value, Mia, default)).Outcome.ShouldBe(MenuOutcome.Unchanged);

        await store.UndoAsync(undone.Entry!.Value, Mia, default);
        (await store.LoadAsync(default)).Items.Select(item => item.Name).ShouldBe(["One", "Three"]);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_history_says_who_changed_what_from_what_to_what(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var store = services.GetRequiredService<IMenuStore>();
        var soup = (await SaveAsync(store, new SaveItem(Soup, "Soups", null))).Menu.Items.Single();
        await SaveAsync(store, new SaveItem(Plain("Bread"), "Sides", null));
        await store.ChangeAsync(new SaveItem(soup with { PriceMinor = 700 }, "Soups", soup.Revision), "ben@example.com", "tomatoes are dear", default);

        var history = await store.HistoryAsync(soup.Id, 0, 10, default);
        history.Total.ShouldBe(2);
        var newest = history.Rows[0];
        (newest.Who, newest.What, newest.Why).ShouldBe(("ben@example.com", "changed Tomato Soup", "tomatoes are dear"));
        var change = newest.Changes.ShouldHaveSingleItem();
        change.Fields().ShouldBe(["priceMinor"]);
        (change.Before!["priceMinor"]!.GetValue<long>(), change.After!["priceMinor"]!.GetValue<long>()).ShouldBe((650, 700));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_refused_change_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var store = services.GetRequiredService<IMenuStore>();
        await SaveAsync(store, new SaveItem(Soup, "Soups", null));
        var signals = 0;
        services.GetRequiredService<ChangeFeed>().Published += _ => signals++;

        var twice = await store.ChangeAsync(new SaveItem(Plain("tomato soup"), "Soups", null), Mia, null, default);
        var same = await store.ChangeAsync(new SaveItem(Soup, "Soups", null), Mia, null, default);

        twice.Outcome.ShouldBe(MenuOutcome.Refused);
        twice.Problems.ShouldHaveSingleItem().Field.ShouldBe("Name");
        same.Outcome.ShouldBe(MenuOutcome.Unchanged);
        (await store.VersionAsync(default)).ShouldBe(1);
        (await store.HistoryAsync(null, 0, 10, default)).Total.ShouldBe(1);
        signals.ShouldBe(0);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_renamed_group_is_followed_by_its_items_and_a_removed_one_is_taken_from_them(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var store = services.GetRequiredService<IMenuStore>();
        var group = new ModifierGroup("toppings", [new("croutons", 50)]);
        await SaveAsync(store, new SaveGroup(group, null));
        await SaveAsync(store, new SaveItem(Soup with { ModifierGroups = ["toppings"] }, "Soups", null));

        await SaveAsync(store, new SaveGroup(group with { Name = "on top" }, 1));
        (await store.LoadAsync(default)).Items.Single().ModifierGroups.ShouldBe(["on top"]);
        var removed = await SaveAsync(store, new RemoveGroup(group.Id));
        (await store.LoadAsync(default)).Items.Single().ModifierGroups.ShouldBeEmpty();
        await store.UndoAsync(removed.Entry!.Value, Mia, default);

        var menu = await store.LoadAsync(default);
        menu.Items.Single().ModifierGroups.ShouldBe(["on top"]);
        menu.ModifierGroups.ShouldHaveSingleItem().Name.ShouldBe("on top");
    }

    private static string Text(MenuItem item) => JsonSerializer.Serialize(item);

    private static MenuItem Plain(string name) => new() { Name = name, PriceMinor = 300 };

    private static async Task<MenuVerdict> SaveAsync(IMenuStore store, MenuChange change)
    {
        var verdict = await store.ChangeAsync(change, Mia, null, TestContext.Current.CancellationToken);
        verdict.Outcome.ShouldBe(MenuOutcome.Saved, string.Join("; ", verdict.Problems));
        return verdict;
    }

    private static ServiceProvider Services(TestDatabase database) =>
        database.Services(services => services.AddSingleton<ChangeFeed>().AddMenuStore());
}
