using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Restaurant.Domain.Menu.Files;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Understanding;

namespace Restaurant.Benchmarks;

/// <summary>How long each stage of the understanding takes on one core, on a menu and messages of one's own.</summary>
internal sealed class StageTimes(MenuIndex menu, string[] texts)
{
    private const int WarmUpSeconds = 6;
    private const int Runs = 7;
    private static readonly string[] Stages = ["screen", "parse", "match", "classify", "price", "confidence", "decide"];
    private readonly long[] ticks = new long[Stages.Length];
    private readonly long[] bytes = new long[Stages.Length];

    /// <param name="messages">One {"text": "…"} a line.</param>
    public static void Measure(string menu, string messages)
    {
        var texts = File.ReadLines(messages).Where(line => line.Length > 0).Select(TextOf).ToArray();
        new StageTimes(MenuIndex.Compile(MenuJson.Read(File.ReadAllText(menu)).Menu), texts).Measure();
    }

    private static string TextOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("text").GetString()!;
    }

    private void Measure()
    {
        for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < WarmUpSeconds;)
            UnderstandAll();
        Array.Clear(ticks);
        Array.Clear(bytes);

        var rounds = Math.Max(1, 20_000 / texts.Length);
        var best = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            // The processor's time, the collector's included: others may use the machine too.
            var before = Environment.CpuUsage.TotalTime;
            for (var round = 0; round < rounds; round++)
                UnderstandAll();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        var messages = (double)rounds * texts.Length;
        for (var stage = 0; stage < Stages.Length; stage++)
            Write($"{Stages[stage],-10} {ticks[stage] * 1e6 / Stopwatch.Frequency / messages / Runs,7:0.0} µs {bytes[stage] / messages / Runs,7:0} B");
        Write($"{texts.Length} messages, {menu.Menu.Items.Count()} dishes: {messages / best:0} messages/s of processor time (best of {Runs}), {bytes.Sum() / messages / Runs:0} B each");
    }

    private void UnderstandAll()
    {
        foreach (var text in texts)
        {
            var (tick, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            var message = Screener.Screen(text);
            Note(0, ref tick, ref allocated);
            var reading = OrderParser.Parse(message, menu);
            Note(1, ref tick, ref allocated);
            reading = OrderMatcher.Match(reading, menu);
            Note(2, ref tick, ref allocated);
            var guess = IntentClassifier.Classify(message, reading);
            Note(3, ref tick, ref allocated);
            var priced = Pricing.Price(reading.Lines, menu.Menu, DateTimeOffset.UnixEpoch);
            Note(4, ref tick, ref allocated);
            var confidence = Confidence.Of(message, guess, reading);
            Note(5, ref tick, ref allocated);
            Decider.Decide(message, guess, reading, priced, confidence, DecisionSettings.Default);
            Note(6, ref tick, ref allocated);
        }
    }

    private void Note(int stage, ref long tick, ref long allocated)
    {
        ticks[stage] += Stopwatch.GetTimestamp() - tick;
        bytes[stage] += GC.GetAllocatedBytesForCurrentThread() - allocated;
        (tick, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
