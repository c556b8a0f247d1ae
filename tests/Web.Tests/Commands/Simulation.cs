using System.Diagnostics;
using Restaurant.Testing;
using Restaurant.Web.Commands;

namespace Restaurant.Web.Tests.Commands;

/// <summary>Runs the real program's simulate command in a process that a test may kill.</summary>
internal sealed class Simulation : IDisposable
{
    private static readonly string[] Texts =
        ["two veggie wraps please", "one lemonade and a unicorn pie", "when do you open?", "thank you so much", "a veggie wrap without onions", "you are all idiots"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("restaurant-simulate-");

    public void Dispose() => folder.Delete(recursive: true);

    public string Messages(int count)
    {
        var file = Path.Combine(folder.FullName, "messages.csv");
        File.WriteAllLines(file, Enumerable.Range(0, count)
            .Select(at => $"2026-05-01T12:00:00Z,{Texts[at % Texts.Length]},guest {at % 97}").Prepend("timestamp,message,sender"));
        return file;
    }

    /// <param name="yields">Goes behind everybody else: so who waits for it to be in the middle of its work sees it there on a busy machine, too.</param>
    public Process Start(TestDatabase database, string messages, bool yields = false)
    {
        var menu = Path.Combine(folder.FullName, "menu.csv");
        File.WriteAllText(menu, "item_name,description,price\nVeggie Wrap,\"Wraps. With onions and beans.\",7.50\nLemonade,\"Drinks. Fresh.\",3.00\n");
        var start = new ProcessStartInfo("nice")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "-n", yields ? "19" : "0", "dotnet", typeof(RestaurantCommands).Assembly.Location, "simulate", "--messages", Path.Combine(folder.FullName, messages), "--menu", menu, "--data", folder.FullName, "--fast", "--json",
            },
            Environment = { ["ConnectionStrings__Restaurant"] = database.ConnectionString },
        };
        return Process.Start(start)!;
    }
}
