using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>What reading a message leaves behind for the collector, and that nothing of it is used again too early.</summary>
public sealed class MessageMemoryTests(ITestOutputHelper output)
{
    // Between one and two of them are the result itself.
    private const double MostKilobytes = 8;

    private static readonly IReadOnlyList<OrderSentence> Sentences = [.. OrderSentence.Read(Path.Combine(MenuFile.Folder, "orders.txt"))];

    [Fact]
    public void An_order_leaves_little_more_behind_than_what_was_read()
    {
        var (bytes, messages) = (0L, 0);
        foreach (var menu in Sentences.GroupBy(sentence => sentence.Menu))
        {
            var index = MenuIndex.Compile(MenuFile.Read(menu.Key));
            var texts = menu.Select(sentence => sentence.Text).ToList();

            // People say the same words again: the first time they are looked up and kept.
            texts.ForEach(text => Understand(text, index));
            var before = GC.GetAllocatedBytesForCurrentThread();
            texts.ForEach(text => Understand(text, index));
            (bytes, messages) = (bytes + GC.GetAllocatedBytesForCurrentThread() - before, messages + texts.Count);
        }

        var each = bytes / 1024.0 / messages;
        output.WriteLine($"{each:0.0} KB for each of {messages} messages");
        each.ShouldBeLessThan(MostKilobytes);
    }

    [Fact]
    public void A_reading_stays_what_it_was_while_others_are_read()
    {
        var menu = MenuIndex.Compile(MenuFile.Read("pizza"));
        var texts = Sentences.Where(sentence => sentence.Menu == "pizza").Select(sentence => sentence.Text).ToList();
        var alone = texts.Select(text => Show(OnFreshThread(() => Read(text, menu)))).ToList();

        var readings = texts.Select(text => Read(text, menu)).ToList();

        readings.Select(Show).ShouldBe(alone);
    }

    private static void Understand(string text, MenuIndex menu)
    {
        var message = Screener.Screen(text);
        var reading = OrderMatcher.Match(OrderParser.Parse(message, menu), menu);
        Confidence.Of(message, IntentClassifier.Classify(message, reading), reading);
    }

    private static OrderReading Read(string text, MenuIndex menu) => OrderMatcher.Match(OrderParser.Parse(Screener.Screen(text), menu), menu);

    private static OrderReading OnFreshThread(Func<OrderReading> read)
    {
        var reading = OrderReading.Nothing;
        var thread = new Thread(() => reading = read());
        thread.Start();
        thread.Join();
        return reading;
    }

    private static string Show(OrderReading reading) =>
        $"{OrderSentence.Show(reading)} | {string.Join(", ", reading.Spans)} | {string.Join(", ", reading.Doubts)} | {reading.RunnerUp} | {reading.Score} | {reading.Margin} | {reading.Confidence}";
}
