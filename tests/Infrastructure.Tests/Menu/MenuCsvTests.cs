using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Files;
using Restaurant.Infrastructure.Menu;

namespace Restaurant.Infrastructure.Tests.Menu;

public sealed class MenuCsvTests
{
    [Fact]
    public void Three_columns_are_enough()
    {
        var file = MenuCsv.Read(
            "item_name,description,price\r\n"
            + "\"Bean Burger\",\"Plant Burgers. Beans, \"\"really\"\" crisp. Ingredients: Beans, red onion, bun. Dietary Tags: Vegan\",\"9.50\"\r\n"
            + "Lemonade,Cold and sour.,3\r\n");

        file.BadRows.ShouldBeEmpty();
        file.Menu.Categories.Select(category => (category.Name, category.Kind)).ShouldBe([("Plant Burgers", "main"), ("Drinks", "drink")]);
        var burger = file.Menu.Items.First();
        (burger.Name, burger.Description, burger.PriceMinor).ShouldBe(("Bean Burger", "Beans, \"really\" crisp.", 950));
        burger.Ingredients.ShouldBe(["beans", "red onion", "bun"]);
        burger.Tags.ShouldBe(["Vegan"]);
    }

    [Fact]
    public void Everything_but_what_is_in_the_groups_survives_being_written_and_read()
    {
        var item = new MenuItem
        {
            Name = "=SUM(A1)",
            Description = "-10 °C, \"cold\"\nand | piped",
            PriceMinor = 1250,
            Aliases = ["a|b", "c=d", "back\\slash", "'quoted"],
            Sizes = [new("small", -150) { Aliases = ["tiny=x", "S"] }, new("very large", 225), new("plain", 0)],
            ModifierGroups = ["on top"],
            Ingredients = ["@home", "+plus"],
            Tags = ["vegan"],
            Allergens = ["milk", "egg"],
            Station = "grill",
        };
        var menu = new RestaurantMenu("x", [new("Mains", "main", [item]), new("Other", "", [new() { Name = "Tea", PriceMinor = 0 }])], [new("on top", [])]);

        var written = MenuCsv.Write(menu);
        var file = MenuCsv.Read(written);

        file.BadRows.ShouldBeEmpty();
        MenuJson.Write(file.Menu with { Restaurant = "x" }).ShouldBe(MenuJson.Write(menu));
        written.Split("\r\n")[1].ShouldStartWith("'=SUM(A1),");
        foreach (var line in written.Split("\r\n"))
            line.Split(',').ShouldAllBe(cell => cell.Length == 0 || !"=@".Contains(cell[0]));
    }

    [Fact]
    public void Bad_rows_are_named_by_their_line_and_good_ones_kept()
    {
        var file = MenuCsv.Read("""
            item_name,description,price
            Soup,"Hot,
            very hot.",4.50
            Stew,Slow.,much
            ,Nameless.,1
            Pie,Apple, with cream,3
            soup,Again.,5
            Tea
            Cake,Sweet.,
            Bread,Warm.,2.00
            """);

        file.Menu.Items.Select(item => item.Name).ShouldBe(["Soup", "Bread"]);
        file.BadRows.Select(row => row.Where).ShouldBe(["line 4", "line 5", "line 6", "line 7", "line 8", "line 9"]);
        file.BadRows.Select(row => row.Reason).ShouldBe([
            "“much” is not a price. Write for example 9.95",
            "item_name is empty.",
            "The row has 4 columns and the first line 3. Put quotes around text that contains commas.",
            "There is an item named soup further up; this row is left out.",
            "The row has one column and the first line 3.",
            "Cake has no price.",
        ]);
    }

    [Fact]
    public void A_quote_that_is_never_closed_does_not_swallow_the_rest()
    {
        var file = MenuCsv.Read("item_name,description,price\nSoup,\"Hot.,4\nBread,Warm.,2\nTea,Hot.,1\n");

        file.Menu.Items.Select(item => item.Name).ShouldBe(["Bread", "Tea"]);
        var bad = file.BadRows.ShouldHaveSingleItem();
        (bad.Where, bad.Reason).ShouldBe(("line 2", "A quote that is opened here is never closed. Close it, or double it inside a quoted text."));
    }

    [Theory]
    [InlineData("item_name;description;price\nSoup;Hot, very;4,50\n")]
    [InlineData("Item Name\tDescription\tPrice\nSoup\tHot, very\t$4.50\n")]
    [InlineData("\"name\",\"price\",\"description\"\n\"Soup\",\"4.50\",\"Hot, very\"\n")]
    public void Other_separators_and_spellings_are_understood(string text)
    {
        var item = MenuCsv.Read(text).Menu.Items.ShouldHaveSingleItem();

        (item.Name, item.Description, item.PriceMinor).ShouldBe(("Soup", "Hot, very", 450));
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("dish,price\nSoup,4\n", "The first line must name the columns, and “item_name” is not among them.")]
    public void A_file_that_is_no_menu_is_refused_in_words(string text, string reason) =>
        MenuCsv.Read(text).BadRows.ShouldHaveSingleItem().Reason.ShouldBe(reason);

    [Fact]
    public void More_rows_than_a_menu_may_have_are_left_out_and_said()
    {
        var rows = string.Concat(Enumerable.Range(1, MenuRules.MaxItems + 5).Select(number => $"Dish {number},x,1\n"));

        var file = MenuCsv.Read("item_name,description,price\n" + rows);

        file.Menu.Items.Count().ShouldBe(MenuRules.MaxItems);
        file.BadRows.ShouldHaveSingleItem().Reason.ShouldContain("at most 2,000 rows");
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_of_another_kind_is_refused_in_words()
    {
        using var large = new MemoryStream(new byte[MenuFile.MaxBytes + 1]);
        (await MenuFiles.ReadAsync("menu.csv", large, 2, default)).BadRows.ShouldHaveSingleItem().Reason.ShouldContain("larger than 5 MB");

        using var small = new MemoryStream("x"u8.ToArray());
        (await MenuFiles.ReadAsync("menu.xlsx", small, 2, default)).BadRows.ShouldHaveSingleItem().Reason.ShouldContain(".csv or .json");
    }

    [Fact]
    public async Task Old_spreadsheets_write_umlauts_in_latin_1()
    {
        using var stream = new MemoryStream([.. "item_name,description,price\nK"u8, 0xE4, .. "se,x,1\n"u8]);

        (await MenuFiles.ReadAsync("menu.csv", stream, 2, default)).Menu.Items.Single().Name.ShouldBe("Käse");
    }
}
