using BenchmarkDotNet.Attributes;
using Restaurant.Domain.Menu.Files;
using Restaurant.Domain.Understanding;

namespace Restaurant.Benchmarks;

/// <summary>How long a message takes: parsing alone, and the whole understanding with intent and confidence.</summary>
[MemoryDiagnoser]
public class UnderstandingBenchmark
{
    private static readonly string[] Messages =
    [
        "two large margheritas no basil and a coke please",
        "1 lg thin crust hawaiian no pineapple, 1 sm cheese pizza, garlic bread",
        "3 hawaiians, one of them without ham",
        "Could we have 12 pc wings with ranch on the side and two diet cokes",
        "what time do you close tonight?",
        "2 peperoni pizas, a tirimisu and 3 sprites",
        "delivery to 14 Elm Street at 7pm: one large meat feast, one caesar salad with no anchovies and dressing on the side",
        "thanks, that was lovely!",
    ];

    private MenuIndex menu = null!;
    private ScreenedMessage[] screened = null!;

    [GlobalSetup]
    public void Read()
    {
        menu = MenuIndex.Compile(MenuJson.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "Menus", "pizza.json"))).Menu);
        screened = [.. Messages.Select(Screener.Screen)];
    }

    [Benchmark(OperationsPerInvoke = 8)]
    public int Parse()
    {
        var lines = 0;
        foreach (var message in screened)
            lines += OrderParser.Parse(message, menu).Lines.Count;
        return lines;
    }

    [Benchmark(OperationsPerInvoke = 8)]
    public double Understand()
    {
        var sure = 0.0;
        foreach (var text in Messages)
        {
            var message = Screener.Screen(text);
            var reading = OrderMatcher.Match(OrderParser.Parse(message, menu), menu);
            sure += Confidence.Of(message, IntentClassifier.Classify(message, reading), reading);
        }

        return sure;
    }
}
