using Restaurant.Domain.Understanding;
using Restaurant.Web.Components.Shared.Runs;

namespace Restaurant.Web.Tests.Components.Shared.Runs;

public sealed class WordMarksTests
{
    [Fact]
    public void Pieces_put_together_are_the_words_again()
    {
        const string words = "two Wraps and a plate of pierogi, one wrap more";
        var reading = new OrderReading([Line("wraps"), Line("wrap")], [new("pierogi", [])], 1, "");

        var marks = WordMarks.Cut(words, reading);

        string.Concat(marks.Select(mark => mark.Text)).ShouldBe(words);
        marks.Where(mark => mark.Kind == WordKind.Line).Select(mark => mark.Text).ShouldBe(["Wraps", "wrap"]);
        marks.Single(mark => mark.Kind == WordKind.Unmatched).Text.ShouldBe("pierogi");
    }

    [Fact]
    public void Words_that_are_not_in_the_text_mark_nothing() =>
        WordMarks.Cut("hello", new([Line("burger"), Line("")], [], 1, "")).ShouldBe([new("hello", WordKind.Plain, null)]);

    [Fact]
    public void Words_that_a_reason_quotes_are_marked_where_they_stand_alone()
    {
        var marks = WordMarks.Cut("noodles, no hot wrap please", new([Line("wrap")], [], 1, ""), "60 % sure, because something was lost (\u201cno\u201d, \u201chot\u201d, \u201cwrap\u201d)");

        marks.Where(mark => mark.Kind == WordKind.Doubtful).Select(mark => mark.Text).ShouldBe(["no", "hot"]);
        marks[0].Text.ShouldBe("noodles, ");
    }

    private static ReadLine Line(string words) => new("Wrap", 1, null, [], words, "name");
}
