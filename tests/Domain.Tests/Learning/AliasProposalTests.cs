using Restaurant.Domain.Learning;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Learning;

public sealed class AliasProposalTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly RestaurantMenu Menu = new(
        "Test", [new("All", "main", [new() { Name = "Barley Bowl", PriceMinor = 900, Aliases = ["bowl"] }, new() { Name = "Soup", PriceMinor = 500 }])], []);

    [Fact]
    public void Words_corrected_twice_to_the_same_dish_are_proposed()
    {
        var proposal = AliasProposal.From([Corrected("one grainy thing", "anna"), Corrected("a grainy thing now", "ben")], Menu).ShouldHaveSingleItem();

        (proposal.Item, proposal.Words, proposal.Confirmations).ShouldBe(("Barley Bowl", "grainy thing", 2));
        proposal.ConfirmedBy.ShouldBe(["anna", "ben"]);
    }

    [Fact]
    public void Once_is_not_enough() => AliasProposal.From([Corrected("one grainy thing", "anna")], Menu).ShouldBeEmpty();

    [Fact]
    public void The_same_message_twice_is_once() =>
        AliasProposal.From([Corrected("one grainy thing", "anna"), Corrected("One grainy thing", "ben")], Menu).ShouldBeEmpty();

    [Fact]
    public void Words_that_mean_two_dishes_are_not_proposed() => AliasProposal.From(
        [Corrected("one grainy thing", "anna"), Corrected("a grainy thing", "ben"), Corrected("grainy thing", "ben", "Soup")], Menu).ShouldBeEmpty();

    [Fact]
    public void Words_that_the_menu_knows_are_not_proposed() => AliasProposal.From(
        [Corrected("one bowl", "anna", unknown: "Bowl"), Corrected("a bowl", "ben", unknown: "Bowl")], Menu).ShouldBeEmpty();

    [Fact]
    public void A_dish_that_is_gone_from_the_menu_is_not_proposed() => AliasProposal.From(
        [Corrected("one stew", "anna", "Stew", "stew"), Corrected("a stew", "ben", "Stew", "stew")], Menu).ShouldBeEmpty();

    private static Correction Corrected(string text, string by, string item = "Barley Bowl", string unknown = "grainy thing") =>
        new(text, by, Now, Intent.Order, [], [new(unknown, [])], Intent.Order, [new(item, 1, null, [], "", "")]);
}
