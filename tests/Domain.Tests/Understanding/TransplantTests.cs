using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>
/// What is read on one menu is read on every menu: practice messages with the dishes, extras and sizes of other menus. PRACTICE_SHOW=1 takes all of them (which
/// takes minutes) and lists those that are misread, by sentence.
/// </summary>
public sealed class TransplantTests(ITestOutputHelper output)
{
    private static readonly bool IsShown = Environment.GetEnvironmentVariable("PRACTICE_SHOW") == "1";

    [Fact]
    public void What_is_read_on_one_menu_is_read_on_every_menu()
    {
        var (every, times) = IsShown ? (1, 5) : (25, 2);
        var all = StrangersMessage.Read("practice.txt").ToList();
        var menus = all.DistinctBy(message => message.MenuName).ToArray();
        var results = all.Where((_, at) => at % every == 0).AsParallel().AsOrdered().SelectMany((message, at) => Moved(message, menus, new Random(at), times)).ToList();
        var wrong = results.Where(result => !IsRight(result.Message)).ToList();
        output.WriteLine($"{results.Count} moved, {wrong.Count} misread: {100.0 * wrong.Count / results.Count:0.0} %");
        if (IsShown)
            Show(wrong);
        results.Count.ShouldBeGreaterThan(50);
        ((double)wrong.Count / results.Count).ShouldBeLessThan(0.05);
    }

    private static IEnumerable<(string Template, string To, HeldBackMessage Message)> Moved(StrangersMessage message, StrangersMessage[] menus, Random chance, int times)
    {
        if (message.Message.Intents[0] != Intent.Order || !IsRight(message.Message) || Transplant.From(message.Menu, message.Message) is not { } source)
            return [];
        var others = menus.Where(other => other.MenuName != message.MenuName).ToArray();
        chance.Shuffle(others);
        return others.Select(other => (source.Template, other.MenuName, Message: source.To(other.Menu, other.Message.Menu, chance)!)).Where(moved => moved.Message is not null).Take(times);
    }

    private void Show(IEnumerable<(string Template, string To, HeldBackMessage Message)> wrong)
    {
        foreach (var sentence in wrong.GroupBy(result => result.Template).OrderByDescending(sentence => sentence.Count()))
        {
            output.WriteLine($"{sentence.Count()} {sentence.Key.Replace("\n", "\\n", StringComparison.Ordinal)}");
            foreach (var (_, to, message) in sentence)
            {
                var reading = message.Read();
                output.WriteLine($"    {to}: {message.Message.Text.Replace("\n", "\\n", StringComparison.Ordinal)}\n        {IntentClassifier.Classify(message.Message, reading).Intent}: {OrderSentence.Show(reading)}\n        instead of {OrderSentence.Show(OrderReading.Nothing with { Lines = message.Readings[0].Lines })}");
            }
        }
    }

    private static bool IsRight(HeldBackMessage message)
    {
        var reading = message.Read();
        return message.IsRight(IntentClassifier.Classify(message.Message, reading), reading);
    }
}
