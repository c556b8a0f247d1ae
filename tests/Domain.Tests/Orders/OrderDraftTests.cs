using Restaurant.Domain.Menu;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Orders;

public sealed class OrderDraftTests
{
    private static readonly OrderLine Bowl = new(
        "River Bowl", 2, "large", [new("feta", ModifierAction.Add, 1, 150)], 1150, "two large bowls with feta", "name", "cold");

    private static readonly UnmatchedPhrase Soup = new("moon soup", [new("Plain Rice", 0.4, "sounds alike")]);

    [Fact]
    public void Every_change_can_be_undone_and_done_again()
    {
        var draft = new OrderDraft([Bowl]);
        draft.SetQuantity(draft.Lines[0].Key, 5);
        draft.Add("Plain Rice");

        draft.Undo();
        draft.Lines.Count.ShouldBe(1);
        draft.Undo();
        draft.Lines[0].Line.Quantity.ShouldBe(2);
        draft.CanUndo.ShouldBeFalse();
        draft.Redo();
        draft.Redo();
        draft.Lines.Count.ShouldBe(2);
        draft.CanRedo.ShouldBeFalse();
    }

    [Fact]
    public void A_new_change_forgets_what_was_undone()
    {
        var draft = new OrderDraft([Bowl]);
        draft.Add("Plain Rice");
        draft.Undo();
        draft.SetSize(draft.Lines[0].Key, null);

        draft.CanRedo.ShouldBeFalse();
    }

    [Fact]
    public void A_chosen_candidate_settles_its_phrase_and_keeps_the_words()
    {
        var draft = new OrderDraft([Bowl], [Soup]);

        draft.Settle(Soup, "Plain Rice");

        draft.Unmatched.ShouldBeEmpty();
        draft.Lines[1].Line.Words.ShouldBe("moon soup");
        draft.Undo();
        draft.Unmatched.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_modifier_changes_in_its_place()
    {
        var draft = new OrderDraft([Bowl]);
        var key = draft.Lines[0].Key;
        draft.SetModifier(key, "tahini", ModifierAction.Side);
        draft.SetModifier(key, "FETA", ModifierAction.Extra, 2);

        draft.Lines[0].Line.Modifiers.ShouldBe([new("FETA", ModifierAction.Extra, 2), new("tahini", ModifierAction.Side)]);
        draft.SetModifier(key, "feta", null);
        draft.Lines[0].Line.Modifiers.ShouldHaveSingleItem();
    }

    [Fact]
    public void Setting_what_is_set_already_is_no_change()
    {
        var draft = new OrderDraft([Bowl]);

        draft.SetQuantity(draft.Lines[0].Key, 2);

        draft.IsChanged.ShouldBeFalse();
    }

    [Fact]
    public void Prices_come_from_the_menu_of_the_moment()
    {
        var draft = new OrderDraft([Bowl with { Modifiers = [], Size = null }]);
        var menu = new RestaurantMenu("Harbour Kitchen", [new("Bowls", "main", [new() { Name = "River Bowl", PriceMinor = 900 }])], []);

        draft.Price(menu, DateTimeOffset.UnixEpoch)[0].Priced.ShouldNotBeNull().TotalMinor.ShouldBe(1800);
        draft.Price(RestaurantMenu.Empty, DateTimeOffset.UnixEpoch)[0].Problems.ShouldBe(["River Bowl is not on the menu"]);
    }
}
