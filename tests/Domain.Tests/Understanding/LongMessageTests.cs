using System.Diagnostics;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>Time grows with the length of a message, never with its square: whoever writes to us must not be able to stop the kitchen.</summary>
public sealed class LongMessageTests
{
    private const int Long = 5600;
    private const int Times = 16;

    // Sixteen times the text takes about 16 times as long, 256 times where it is squared: room enough for a machine that is busy.
    private const int Bearable = 80;
    private const int Rounds = 12;

    private static readonly MenuIndex Menu = MenuIndex.Compile(MenuFile.Read("pizza"));

    public static TheoryData<string> Beginnings =>
    [
        "two pepperoni pizzas with extra cheese and no onions ", "3 hawaiians, one of them without ham, ", "pepperoni same again ", "lasagne and ", "no ", "both ",
        "mushrooms olives onions ", "no mushrooms no olives ", "burgre chese avocdo ", "coke cancel sprite ", "swap ham for olives ", "7 ", "12", "a", "d'", ", ",
        "ピザを二つください", "ゑゐヶヱ", "🍕", "<b>", "<script ", "<!-- ", "{\"a\":[", "[\"]", "```", "a-", "a.a-", "a@b.", "http://a ", "www.", "\n= ", "select a, ",
        "drop  ", "update a ", "or 1 or ' ", "system: ", "ignore all the ", "\" ", "f*ck ", "f.u.c.k ",
    ];

    [Theory]
    [MemberData(nameof(Beginnings))]
    public void Costs_no_more_than_its_length(string unit)
    {
        var small = Fill(unit, Long / Times);
        var large = Fill(unit, Long);
        Understand(small);

        var (once, often) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds && (round == 0 || often > once * Bearable); round++)
        {
            once = Math.Min(once, Enumerable.Range(0, 3).Min(_ => TimeOf(small)));
            often = Math.Min(often, TimeOf(large));
        }

        often.ShouldBeLessThan(Math.Max(once, 0.05) * Bearable, $"{Long} characters of '{unit}' took {often:0.00} ms, {Long / Times} took {once:0.00} ms");
    }

    private static string Fill(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length + 1))[..length];

    private static double TimeOf(string text)
    {
        var started = Stopwatch.GetTimestamp();
        Understand(text);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Understand(string text)
    {
        var message = Screener.Screen(text);
        var reading = OrderMatcher.Match(OrderParser.Parse(message, Menu), Menu);
        return Confidence.Of(message, IntentClassifier.Classify(message, reading), reading);
    }
}
