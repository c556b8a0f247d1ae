using Restaurant.Domain.Menu;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Orders;

public sealed class PricingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly RestaurantMenu Menu = new(
        "Harbour Kitchen",
        [
            new("Bowls", "main",
            [
                new()
                {
                    Name = "River Bowl", PriceMinor = 1150, Station = "cold", Sizes = [new("small", -200), new("large", 250)],
                    ModifierGroups = ["toppings", "sauces"], Ingredients = ["cucumber"],
                },
                new() { Name = "Plain Rice", PriceMinor = 300, Station = "grill", SoldOutUntil = Now.AddHours(1) },
            ]),
        ],
        [
            new("sauces", [new("tahini", 90)]),
            new("toppings", [new("feta", 150), new("tahini", 40)]),
            new("spirits", [new("rum", 400)]),
        ]);

    [Fact]
    public void A_size_changes_the_price_of_one() => Price(Line("river bowl", size: "LARGE")).Lines[0].UnitMinor.ShouldBe(1400);

    [Fact]
    public void A_size_may_be_cheaper() => Price(Line("River Bowl", size: "small")).TotalMinor.ShouldBe(950);

    [Theory]
    [InlineData(ModifierAction.Add, 1, 1300)]
    [InlineData(ModifierAction.Extra, 2, 1450)]
    [InlineData(ModifierAction.Remove, 1, 1150)]
    [InlineData(ModifierAction.Light, 1, 1150)]
    [InlineData(ModifierAction.Side, 1, 1150)]
    public void Only_what_is_added_costs(ModifierAction action, int quantity, long unit) =>
        Price(Line("River Bowl", modifiers: new ReadModifier("Feta", action, quantity))).Lines[0].UnitMinor.ShouldBe(unit);

    [Fact]
    public void Modifiers_count_for_each_of_a_line() =>
        Price(Line("River Bowl", 3, modifiers: new ReadModifier("feta", ModifierAction.Add))).TotalMinor.ShouldBe(3 * 1300);

    [Fact]
    public void Of_two_groups_with_the_same_modifier_the_one_the_item_names_first_gives_the_price() =>
        Price(Line("River Bowl", modifiers: new ReadModifier("tahini", ModifierAction.Add))).Lines[0].UnitMinor.ShouldBe(1190);

    [Fact]
    public void A_modifier_of_a_group_the_item_does_not_offer_is_a_problem()
    {
        var priced = Price(Line("River Bowl", modifiers: new ReadModifier("rum", ModifierAction.Add)));

        priced.Problems.ShouldBe(["River Bowl has no rum"]);
        priced.TotalMinor.ShouldBe(1150);
    }

    [Fact]
    public void An_ingredient_can_be_left_out_but_not_added()
    {
        Price(Line("River Bowl", modifiers: new ReadModifier("Cucumber", ModifierAction.Remove))).Problems.ShouldBeEmpty();
        Price(Line("River Bowl", modifiers: new ReadModifier("cucumber", ModifierAction.Extra))).Problems.ShouldBe(["River Bowl has no cucumber"]);
    }

    [Fact]
    public void Sold_out_is_a_problem_until_its_time_is_over()
    {
        Price(Line("Plain Rice")).Problems.ShouldBe(["Plain Rice is sold out"]);
        Pricing.Price([Line("Plain Rice")], Menu, Now.AddHours(1)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_on_the_menu_has_no_price()
    {
        var priced = Price(Line("Moon Soup"), Line("River Bowl"));

        priced.Problems.ShouldBe(["Moon Soup is not on the menu"]);
        priced.Lines.ShouldHaveSingleItem().Item.ShouldBe("River Bowl");
        priced.TotalMinor.ShouldBe(1150);
    }

    [Fact]
    public void An_unknown_size_is_a_problem() =>
        Price(Line("Plain Rice", size: "huge")).Problems.ShouldContain("Plain Rice has no size huge");

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public void A_number_nobody_can_mean_is_a_problem(int quantity) => Price(Line("River Bowl", quantity)).Problems.ShouldHaveSingleItem();

    [Fact]
    public void A_new_menu_has_new_prices()
    {
        Price(Line("River Bowl"));
        var dearer = Menu with { Categories = [new("Bowls", "main", [Menu.Items.First() with { PriceMinor = 2000 }])], Version = 2 };

        Pricing.Price([Line("River Bowl")], dearer, Now).TotalMinor.ShouldBe(2000);
    }

    private static PricedOrder Price(params ReadLine[] lines) => Pricing.Price(lines, Menu, Now);

    private static ReadLine Line(string item, int quantity = 1, string? size = null, params ReadModifier[] modifiers) =>
        new(item, quantity, size, modifiers, "", "");
}
