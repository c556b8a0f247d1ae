using System.Collections.Concurrent;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Understanding;

public sealed class OrderParserTests
{
    private static readonly ConcurrentDictionary<string, MenuIndex> Menus = [];

    public static TheoryData<OrderSentence> Sentences => [.. OrderSentence.Read(Path.Combine(MenuFile.Folder, "orders.txt"))];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Reads_the_order_a_person_would_read(OrderSentence sentence)
    {
        var reading = Read(sentence.Menu, sentence.Text);

        sentence.IsReadAs(reading).ShouldBeTrue($"{sentence}\nread as {OrderSentence.Show(reading)}");
    }

    [Fact]
    public void Reads_nearly_all_messages_that_it_was_not_built_on()
    {
        var kept = OrderSentence.Read(Path.Combine(MenuFile.Folder, "orders-kept-apart.txt")).ToList();

        var right = kept.Count(sentence => sentence.IsReadAs(Read(sentence.Menu, sentence.Text)));

        ((double)right / kept.Count).ShouldBeGreaterThan(0.85);
    }

    [Theory]
    [InlineData("do you have the california roll?")]
    [InlineData("the dragon roll was amazing last night")]
    public void Keeps_dishes_that_are_only_spoken_of_out_of_the_order(string text)
    {
        var reading = Read("sushi", text);

        reading.Lines.ShouldBeEmpty();
        reading.Mentions.ShouldNotBeEmpty();
    }

    [Fact]
    public void Names_the_candidates_of_a_dish_that_the_menu_has_twice()
    {
        var phrase = Read("indian", "a vindaloo please").Unmatched.ShouldHaveSingleItem();

        phrase.Candidates.Select(candidate => candidate.Item).ShouldBe(["Lamb Vindaloo", "Chicken Vindaloo"], ignoreOrder: true);
    }

    private static OrderReading Read(string menu, string text)
    {
        var index = Menus.GetOrAdd(menu, name => MenuIndex.Compile(MenuFile.Read(name)));
        return OrderMatcher.Match(OrderParser.Parse(Screener.Screen(text), index), index);
    }
}
