using System.Runtime.InteropServices;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>Time grows with the length of a message, never with its square: whoever writes to us must not be able to stop the kitchen.</summary>
public sealed class LongMessageTests
{
    private const int Long = 5600;
    private const int Times = 16;

    // Sixteen times the text takes about as long as sixteen short ones in a row, sixteen times as long where it is squared. The processor's
    // time of this thread counts: a busy machine takes nothing from it.
    private const int Bearable = 5;
    private const int Rounds = 20;
    private const int ThreadClock = 3;

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

        var (apart, together) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds && (round == 0 || together > apart * Bearable); round++)
        {
            apart = Math.Min(apart, TimeOf(small, Times));
            together = Math.Min(together, TimeOf(large, 1));
        }

        together.ShouldBeLessThan(Math.Max(apart, 0.5) * Bearable, $"{Long} characters of '{unit}' took {together:0.00} ms, {Times} times {Long / Times} took {apart:0.00} ms");
    }

    private static string Fill(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length + 1))[..length];

    private static double TimeOf(string text, int times)
    {
        var started = ThreadTime();
        for (var i = 0; i < times; i++)
            Understand(text);
        return ThreadTime() - started;
    }

    // Milliseconds. The framework knows the time of the whole process only, and other tests run beside this one.
    private static double ThreadTime()
    {
        GetTime(ThreadClock, out var time).ShouldBe(0);
        return time.Seconds * 1e3 + time.Nanoseconds / 1e6;
    }

    private static double Understand(string text)
    {
        var message = Screener.Screen(text);
        var reading = OrderMatcher.Match(OrderParser.Parse(message, Menu), Menu);
        return Confidence.Of(message, IntentClassifier.Classify(message, reading), reading);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
