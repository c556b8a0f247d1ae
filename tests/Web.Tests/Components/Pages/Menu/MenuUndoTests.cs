using NSubstitute;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Shared;
using Restaurant.Web.Components.Pages.Menu;

namespace Restaurant.Web.Tests.Components.Pages.Menu;

public sealed class MenuUndoTests
{
    private static readonly Guid Entry = Guid.NewGuid();

    [Theory]
    [InlineData(MenuOutcome.Conflict)]
    [InlineData(MenuOutcome.Refused)]
    [InlineData(MenuOutcome.Missing)]
    public async Task What_cannot_be_undone_any_more_is_told_with_its_reason(MenuOutcome outcome)
    {
        var store = Answering(new(outcome, RestaurantMenu.Empty, "", [new("Name", "Another dish has this name by now.")]));

        (await Should.ThrowAsync<NotAllowedException>(() => store.TakeBackAsync(Entry, "ann"))).Message.ShouldBe("Another dish has this name by now.");
    }

    [Theory]
    [InlineData(MenuOutcome.Saved)]
    [InlineData(MenuOutcome.Unchanged)]
    public async Task What_is_undone_is_not_spoken_of(MenuOutcome outcome) =>
        await Answering(new(outcome, RestaurantMenu.Empty, "", [])).TakeBackAsync(Entry, "ann");

    private static IMenuStore Answering(MenuVerdict verdict)
    {
        var store = Substitute.For<IMenuStore>();
        store.UndoAsync(Entry, "ann", Arg.Any<CancellationToken>()).Returns(verdict);
        return store;
    }
}
