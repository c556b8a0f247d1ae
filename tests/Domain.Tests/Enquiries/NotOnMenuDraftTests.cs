using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Enquiries;

public sealed class NotOnMenuDraftTests
{
    private static readonly UnmatchedPhrase Lasagne = new("lasagne", [new("Veggie Bake", 0.4, ""), new("Pasta Bowl", 0.6, "")]);

    [Fact]
    public void Names_what_is_missing_and_offers_the_nearest_dishes_best_first() =>
        NotOnMenuDraft.Write([Lasagne, new("sushi", [])], "en")
            .ShouldBe("Sorry, we do not have lasagne and sushi on the menu. Would you like Pasta Bowl or Veggie Bake instead?");

    [Fact]
    public void Offers_the_menu_where_no_dish_is_near() =>
        NotOnMenuDraft.Write([new("sushi", [])], "en").ShouldBe("Sorry, we do not have sushi on the menu. May we send you the menu?");

    [Theory]
    [InlineData("es", "no tenemos lasagne")]
    [InlineData("fr", "pas lasagne")]
    [InlineData("de", "lasagne nicht")]
    [InlineData("it", "non abbiamo lasagne")]
    [InlineData("ja", "lasagneはメニューに")]
    [InlineData("pl", "do not have lasagne")]
    public void Answers_in_the_senders_language_or_in_English(string language, string expected) =>
        NotOnMenuDraft.Write([Lasagne], language).ShouldContain(expected);

    [Fact]
    public void Says_nothing_where_nothing_was_asked_for() => NotOnMenuDraft.Write([], "en").ShouldBeEmpty();
}
