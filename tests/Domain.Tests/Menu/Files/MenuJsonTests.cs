using Restaurant.Domain.Menu.Files;

namespace Restaurant.Domain.Tests.Menu.Files;

public sealed class MenuJsonTests
{
    private const string Whole = """
        {
          "restaurant": "The Test Kitchen",
          "categories": [
            { "name": "Soups", "kind": "main", "items": [
              { "name": "Leek Soup", "aliases": ["leek"], "description": "Green and \"hot\".", "price": 6.5,
                "sizes": [{ "name": "cup", "aliases": ["small"], "priceDelta": -1.25 }, { "name": "bowl", "priceDelta": 0 }],
                "modifierGroups": ["on top"], "ingredients": ["leek", "cream"], "tags": ["vegetarian"], "allergens": ["milk"],
                "station": "soup", "soldOutUntil": "2026-05-01T12:00:00+02:00" }
            ] }
          ],
          "modifierGroups": [{ "name": "on top", "modifiers": [{ "name": "croutons", "aliases": ["bread"], "priceDelta": 0.5 }] }]
        }
        """;

    [Fact]
    public void A_menu_survives_being_written_and_read()
    {
        var first = MenuJson.Read(Whole);
        var again = MenuJson.Read(MenuJson.Write(first.Menu));

        first.BadRows.ShouldBeEmpty();
        again.BadRows.ShouldBeEmpty();
        MenuJson.Write(again.Menu).ShouldBe(MenuJson.Write(first.Menu));
        var soup = again.Menu.Items.ShouldHaveSingleItem();
        soup.PriceMinor.ShouldBe(650);
        soup.Sizes[0].ShouldSatisfyAllConditions(size => size.PriceDeltaMinor.ShouldBe(-125), size => size.Aliases.ShouldBe(["small"]));
        soup.SoldOutUntil.ShouldBe(new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.Zero));
        again.Menu.ModifierGroups.ShouldHaveSingleItem().Modifiers.ShouldHaveSingleItem().PriceDeltaMinor.ShouldBe(50);
    }

    [Fact]
    public void Good_rows_are_kept_and_bad_ones_named_with_the_reason()
    {
        var file = MenuJson.Read("""
            { "categories": [ { "name": "Soups", "items": [
                { "name": "Good", "price": 1 },
                { "name": "Dear", "price": "a lot" },
                { "price": 2 },
                "not an item",
                { "name": "good", "price": 3 },
                { "name": "Below", "price": -1 },
                { "name": "Fine", "price": "2.50 €", "modifierGroups": ["unheard of"] }
            ] } ] }
            """);

        file.Menu.Items.Select(item => (item.Name, item.PriceMinor)).ShouldBe([("Good", 100L), ("Fine", 250L)]);
        file.BadRows.Select(row => row.Where).ShouldBe([
            "categories[0].items[1] (Dear)", "categories[0].items[2]", "categories[0].items[3]", "categories[0].items[4] (good)",
            "categories[0].items[5] (Below)", "categories[0].items[6] (Fine)",
        ]);
        file.BadRows[0].Reason.ShouldContain("\"price\" is not a price: \"a lot\"");
        file.BadRows[3].Reason.ShouldContain("further up");
        file.BadRows[5].Reason.ShouldContain("no modifier group “unheard of”");
        file.BadNames.ShouldContain("Dear");
    }

    [Theory]
    [InlineData("{ \"categories\": [\n { \"name\": oops } ] }", "line 2")]
    [InlineData("", "line 1")]
    [InlineData("[]", "the file")]
    [InlineData("{ \"items\": [] }", "the file")]
    [InlineData("{ \"categories\": [], \"categories\": [] }", "line 1")]
    public void What_is_no_menu_is_said_and_not_thrown(string json, string where)
    {
        var file = MenuJson.Read(json);

        file.Menu.Items.ShouldBeEmpty();
        file.BadRows.ShouldHaveSingleItem().Where.ShouldBe(where);
    }

    [Fact]
    public void Lists_inside_the_description_become_lists()
    {
        var item = MenuJson.Read("""
            { "categories": [ { "name": "Soups", "items": [ { "name": "Leek Soup", "price": 1,
              "description": "Green and hot. Ingredients: Leek, cream (may be left out), salt and pepper. Dietary Tags: Vegetarian, Gluten-Free (without bread)" } ] } ] }
            """).Menu.Items.ShouldHaveSingleItem();

        item.Description.ShouldBe("Green and hot.");
        item.Ingredients.ShouldBe(["leek", "cream (may be left out)", "salt and pepper"]);
        item.Tags.ShouldBe(["Vegetarian", "Gluten-Free (without bread)"]);
    }

    [Fact]
    public void A_currency_without_cents_is_read_whole() =>
        MenuJson.Read("""{ "categories": [ { "name": "Soups", "items": [ { "name": "Miso", "price": 480 } ] } ] }""", decimals: 0)
            .Menu.Items.Single().PriceMinor.ShouldBe(480);
}
