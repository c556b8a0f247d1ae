using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Live;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Changes;
using Restaurant.Domain.Menu.Files;
using Restaurant.Infrastructure.Menu;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Menu;

public sealed class SampleMenuTests
{
    [Fact]
    public async Task It_is_a_whole_menu_without_a_fault()
    {
        var file = await SampleMenu.ReadAsync(default);

        file.BadRows.ShouldBeEmpty();
        MenuRules.Check(file.Menu).ShouldBeEmpty();
        file.Menu.Items.Count().ShouldBeInRange(25, 30);
        file.Menu.Items.ShouldAllBe(item => item.Station.Length > 0 && item.Description.Length > 0 && item.PriceMinor > 0);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task It_is_put_into_an_empty_database_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = database.Services(services => services.AddSingleton<ChangeFeed>().AddMenuStore());
        var (sample, store) = (services.GetRequiredService<SampleMenu>(), services.GetRequiredService<IMenuStore>());

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => sample.PutIntoEmptyAsync(default)));

        var menu = await store.LoadAsync(default);
        menu.Version.ShouldBe(1);
        MenuJson.Write(menu).ShouldBe(MenuJson.Write((await SampleMenu.ReadAsync(default)).Menu));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_import_takes_its_place_whole_and_can_be_undone_whole(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = database.Services(services => services.AddSingleton<ChangeFeed>().AddMenuStore());
        var store = services.GetRequiredService<IMenuStore>();
        await services.GetRequiredService<SampleMenu>().PutIntoEmptyAsync(default);
        var before = await store.LoadAsync(default);

        var own = MenuCsv.Read("item_name,description,price\nCopper Classic,Beef.,12.00\nMarsh Soup,Soups. Green.,4\n");
        var imported = await store.ChangeAsync(new ImportMenu(own, "own.csv"), "mia", null, default);
        imported.Outcome.ShouldBe(MenuOutcome.Saved, string.Join("; ", imported.Problems));
        (await store.LoadAsync(default)).Items.Select(item => item.Name).ShouldBe(["Copper Classic", "Marsh Soup"]);

        (await store.UndoAsync(imported.Entry!.Value, "mia", default)).Outcome.ShouldBe(MenuOutcome.Saved);
        MenuJson.Write(await store.LoadAsync(default)).ShouldBe(MenuJson.Write(before));
    }
}
