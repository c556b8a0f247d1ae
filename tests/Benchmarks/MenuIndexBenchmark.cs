using BenchmarkDotNet.Attributes;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Understanding;

namespace Restaurant.Benchmarks;

/// <summary>How long a changed menu takes to be ready for reading.</summary>
[MemoryDiagnoser]
public class MenuIndexBenchmark
{
    private static readonly string[] Kinds = ["Burger", "Pizza", "Salad", "Wrap", "Curry", "Soup", "Bowl", "Roll", "Toast", "Pie"];
    private static readonly string[] Flavours = ["Tomato", "Mushroom", "Chicken", "Lamb", "Spinach", "Pumpkin", "Salmon", "Lentil", "Bacon", "Halloumi"];
    private static readonly string[] Manners = ["Roasted", "Smoked", "Grilled", "Country", "Royal", "Garden", "Harbour", "Winter", "Mountain", "Market"];

    private RestaurantMenu menu = null!;

    [Params(25, 500, 2000)]
    public int Items { get; set; }

    [GlobalSetup]
    public void Invent()
    {
        var items = Enumerable.Range(0, Items).Select(number => new MenuItem
        {
            Name = $"{Manners[number % 10]} {Flavours[number / 10 % 10]} {Kinds[number / 100 % 10]} {number / 1000 + 1}",
            Aliases = [$"{Flavours[number / 10 % 10]} {Kinds[number / 100 % 10]} No {number}"],
            PriceMinor = 900,
            ModifierGroups = ["Extras"],
        });
        menu = new("Invented", [new("All", "main", [.. items])], [new("Extras", [.. Flavours.Select(flavour => new Modifier(flavour, 50))])]);
    }

    [Benchmark]
    public MenuIndex Compile() => MenuIndex.Compile(menu);
}
