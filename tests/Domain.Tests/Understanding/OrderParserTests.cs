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

    [Theory]
    [InlineData("two large lattes and a small mocha", "Large", "Small")]
    [InlineData("a latte please, a small one", "Small")]
    [InlineData("a latte and a mocha, both large", "Large")]
    public void Says_which_words_were_read_as_sizes(string text, params string[] sizes)
    {
        var spans = Read("coffee", text).Spans.Where(span => span.Kind == SpanKind.Size).ToList();

        spans.Select(span => span.Meaning).Distinct().ShouldBe(sizes, ignoreOrder: true);
        spans.ShouldAllBe(span => text.Substring(span.Start, span.Length).Contains(span.Meaning, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("pizza", "3 margheritas, half of them with mushrooms")]
    [InlineData("pizza", "one large pizza half hawaiian half pepperoni")]
    [InlineData("pizza", "large half and half, margherita and hawaiian")]
    [InlineData("pizza", "two cokes and two sprites, one of each in a bottle")]
    [InlineData("pizza", "a margherita and a pepperoni, the first with garlic")]
    [InlineData("burgers", "260 nuggets")]
    [InlineData("burgers", "2 classic burgers one plain")]
    [InlineData("bakery", "two croissants, one almond")]
    [InlineData("bakery", "two croissants, i'm allergic to nuts")]
    [InlineData("bakery", "deux croissants, je suis allergique aux noix")]
    [InlineData("pizza", "a large margherita, my daughter has a nut allergy")]
    [InlineData("pizza", "two large margheritas, or a calzone if you're out")]
    [InlineData("pizza", "a calzone, otherwise a large margherita")]
    public void Leaves_an_order_in_doubt_to_a_person(string menu, string text)
    {
        var message = Screener.Screen(text);
        var reading = Read(menu, text);

        reading.Doubts.ShouldNotBeEmpty();
        Confidence.Of(message, IntentClassifier.Classify(message, reading), reading).ShouldBeLessThan(Confidence.DefaultKitchenThreshold);
    }

    [Theory]
    [InlineData("pizza", "two large margheritas no basil and a coke please")]
    [InlineData("burgers", "six nuggets and two large cokes")]
    [InlineData("pizza", "a large margherita and a coke, be there in ten")]
    [InlineData("pizza", "two calzones please, picking up in 25")]
    [InlineData("burgers", "two cokes and six nuggets for half past 7 please")]
    [InlineData("burgers", "a classic burger. we called at ten past six")]
    [InlineData("bakery", "two croissants, coming by about nine")]
    [InlineData("pizza", "due calzoni, passo alle 13")]
    [InlineData("pizza", "dos calzones para las 8: gracias")]
    [InlineData("pizza", "deux calzones, vers 9h30, merci")]
    [InlineData("pizza", "a calzone to Calle de la Luz 12")]
    [InlineData("pizza", "a calzone to flat no. 5")]
    [InlineData("pizza", "two margheritas and two pepperonis, no basil on any of the four")]
    [InlineData("pizza", "a calzone, chambre 207")]
    [InlineData("pizza", "a large margherita, no basil, she's allergic to basil")]
    [InlineData("pizza", "two calzones if you're not closed yet")]
    public void Has_no_doubt_where_there_is_none(string menu, string text) => Read(menu, text).Doubts.ShouldBeEmpty();

    [Theory]
    [InlineData("five lattes, oat milk in two", 2, 3)]
    [InlineData("nine lattes, oat milk in five", 5, 4)]
    public void So_many_of_several_are_no_time(string text, params int[] shares) =>
        Read("coffee", text).Lines.Select(line => line.Quantity).ShouldBe(shares, ignoreOrder: true);

    [Fact]
    public void Tells_the_next_reading_and_why_it_lost()
    {
        var runner = Read("pizza", "three margheritas, one without cheese").RunnerUp.ShouldNotBeNull();

        runner.Order.ShouldBe("3 Margherita Pizza without mozzarella");
        runner.WhyNot.ShouldContain("points behind");
    }

    [Theory]
    [InlineData("pizza", "three margheritas, one without cheese")]
    public void The_next_reading_orders_something_else(string menu, string text)
    {
        var reading = Read(menu, text);

        var lines = reading.Lines.Select(line => $"{line.Quantity} {line.Item}{(line.Size is null ? "" : $" ({line.Size})")}{string.Concat(line.Modifiers.Select(modifier => $" without {modifier.Modifier}"))}");
        reading.RunnerUp.ShouldNotBeNull().Order.Split(", ").Order().ShouldNotBe(lines.Order());
    }

    [Theory]
    [InlineData("coffee", "one cold brew, medium, and a flapjack")]
    [InlineData("burgers", "a coke, large, and a mushroom swiss burger")]
    [InlineData("kebab", "one shish, large, and a cola")]
    [InlineData("sushi", "hot sake, small, and a miso soup")]
    public void A_size_behind_a_comma_is_clearly_of_the_dish_before(string menu, string text) => Read(menu, text).Margin.ShouldBeGreaterThan(0.7);

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
