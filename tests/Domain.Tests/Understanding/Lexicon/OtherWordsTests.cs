using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Tests.Understanding.Lexicon;

/// <summary>Dishes asked for in another language than the menu's, or by other words of its own.</summary>
public sealed class OtherWordsTests(ITestOutputHelper output)
{
    [Fact]
    public void Most_dishes_are_found_by_other_words_than_the_menus()
    {
        var messages = PracticeTests.Read("other-words.txt").Select(entry => entry.Message).ToList();

        var right = messages.Count(IsRight);

        output.WriteLine($"exact: {right} of {messages.Count}, {100.0 * right / messages.Count:0.0} %");
        ((double)right / messages.Count).ShouldBeGreaterThanOrEqualTo(0.82);
    }

    [Theory]
    [InlineData("bistro-lou", "a raisin bread", "Pain aux Noix")]
    [InlineData("crown-and-kettle", "a gooseberry crumble", "Apple Crumble")]
    public void Near_things_are_not_taken_for_one_another(string menu, string text, string wrong)
    {
        var reading = OrderParser.Parse(Screener.Screen(text), MenuIndex.Compile(MenuFile.Read(menu)));

        reading.Lines.ShouldNotContain(line => line.Item == wrong);
    }

    [Fact]
    public void A_house_called_The_Old_Mill_orders_no_tea()
    {
        var reading = OrderParser.Parse(Screener.Screen("two croissants for The Old Mill"), MenuIndex.Compile(MenuFile.Read("bistro-lou")));

        reading.Lines.ShouldHaveSingleItem().Item.ShouldBe("Croissant");
    }

    private static bool IsRight(HeldBackMessage message)
    {
        var reading = message.Read();
        return message.IsRight(IntentClassifier.Classify(message.Message, reading), reading);
    }
}
