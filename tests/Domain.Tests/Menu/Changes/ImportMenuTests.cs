using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Changes;
using Restaurant.Domain.Menu.Files;

namespace Restaurant.Domain.Tests.Menu.Changes;

public sealed class ImportMenuTests
{
    private static readonly MenuItem Soup = new()
    {
        Name = "Soup",
        PriceMinor = 500,
        Aliases = ["broth"],
        Station = "pot",
        ModifierGroups = ["on top"],
    };

    private static readonly RestaurantMenu Menu = new(
        "Old", [new("Soups", "main", [Soup, new() { Name = "Stew", PriceMinor = 800 }])], [new("on top", [new("croutons", 50)])], 7);

    [Fact]
    public void What_the_file_does_not_speak_of_stays()
    {
        var after = Import(new(Of(new MenuItem { Name = "SOUP", PriceMinor = 600 }), MenuFields.None, []));

        var soup = after.Items.Single();
        (soup.Id, soup.Name, soup.PriceMinor, soup.Station).ShouldBe((Soup.Id, "SOUP", 600, "pot"));
        soup.Aliases.ShouldBe(["broth"]);
        soup.ModifierGroups.ShouldBe(["on top"]);
        after.ModifierGroups.ShouldHaveSingleItem().Modifiers.ShouldHaveSingleItem();
        after.Restaurant.ShouldBe("Old");
    }

    [Fact]
    public void Items_that_the_file_lacks_go_unless_they_are_to_be_kept()
    {
        var file = new MenuFile(Of(Soup), MenuFields.None, []);

        Import(file).Items.Select(item => item.Name).ShouldBe(["Soup"]);
        new ImportMenu(file, "menu.csv", Keep: true).Decide(Menu).Menu.Items.Select(item => item.Name).ShouldBe(["Soup", "Stew"]);
    }

    [Fact]
    public void An_item_in_a_bad_row_is_not_taken_for_removed() =>
        Import(new(Of(Soup), MenuFields.None, [new("line 3", "no price")]) { BadNames = ["Stew"] })
            .Items.Select(item => item.Name).ShouldBe(["Soup", "Stew"]);

    [Fact]
    public void A_dish_without_modifiers_can_be_had_without_its_ingredients()
    {
        var after = Import(new(
            Of(new MenuItem { Name = "Salad", PriceMinor = 700, Ingredients = ["red onion", "feta (sheep)", "white bread", "black bread"] }),
            MenuFields.Ingredients, []));

        after.Items.Single().ModifierGroups.ShouldBe(["ingredients of Salad"]);
        var group = after.ModifierGroups.ShouldHaveSingleItem();
        group.Modifiers.Select(modifier => modifier.Name).ShouldBe(["red onion", "feta", "white bread", "black bread"]);
        group.Modifiers[0].Aliases.ShouldBe(["onion"]);
        group.Modifiers[2].Aliases.ShouldBeEmpty();
    }

    [Fact]
    public void Prices_set_for_ingredients_survive_the_next_import()
    {
        var file = new MenuFile(Of(new MenuItem { Name = "Salad", PriceMinor = 700, Ingredients = ["feta", "corn"] }), MenuFields.Ingredients, []);
        var menu = Import(file);
        var priced = menu with { ModifierGroups = [menu.ModifierGroups[0] with { Modifiers = [new("feta", 120), new("corn", 0)] }] };

        var again = new ImportMenu(file with
        {
            Menu = Of(new MenuItem { Name = "Salad", PriceMinor = 700, Ingredients = ["feta", "olives"] }),
        }, "menu.csv").Decide(priced).Menu;

        again.ModifierGroups.Single().Modifiers.ShouldBe([priced.ModifierGroups[0].Modifiers[0], again.ModifierGroups[0].Modifiers[1]]);
        again.ModifierGroups.Single().Modifiers[1].Name.ShouldBe("olives");
    }

    [Fact]
    public void A_file_with_nothing_in_it_changes_nothing()
    {
        var verdict = new ImportMenu(MenuFile.Unreadable("line 1", "empty"), "menu.csv").Decide(Menu);

        verdict.Outcome.ShouldBe(MenuOutcome.Refused);
        verdict.Problems.ShouldHaveSingleItem().Message.ShouldContain("menu.csv has no item");
    }

    private static RestaurantMenu Of(params MenuItem[] items) => new("", [new("Soups", "main", items)], []);

    private static RestaurantMenu Import(MenuFile file)
    {
        var verdict = new ImportMenu(file, "menu.csv").Decide(Menu);
        verdict.Outcome.ShouldBe(MenuOutcome.Saved, string.Join("; ", verdict.Problems));
        return verdict.Menu;
    }
}
