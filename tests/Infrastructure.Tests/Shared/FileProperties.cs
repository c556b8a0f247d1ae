using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Files;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Menu;
using Restaurant.Infrastructure.Shared;
using Restaurant.Infrastructure.Simulation;

namespace Restaurant.Infrastructure.Tests.Shared;

/// <summary>What holds for any file at all: it is read to its end, what is wrong is named, and what we write we read back.</summary>
public sealed class FileProperties
{
    private static readonly string[] Pieces =
    [
        "item_name", "description", "price", "timestamp", "message", "sizes", "aliases", "category", ",", ";", "\t", "\"", "\"\"", "\r\n", "\n", "\r", "=1+1", "+2", "-3",
        "@SUM(A1)", "'", "|", "\\", "=", " ", "9.95", "-1", "1e9", "NaN", "2026-05-01 12:00:00", "\0", "\\ud83c", "🍕", "\uFEFF", "Soup", "large +2.00", "large ", "+", "((((", "Ingredients: a, b.",
        "{", "}", "[", "]", ":", "null", "true", "\"categories\"", "\"items\"", "\"name\"", "\"price\"", "1", "\"x\"", "/*",
    ];

    // The same files in every run: what fails for one fails for all.
    private static readonly Config Same = Config.QuickThrowOnFailure.WithReplay(11, 47).WithMaxTest(1500);

    private static Arbitrary<string> Files => Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Any_file_is_read_to_its_end() => Check.One(Same, Prop.ForAll(Files, text =>
    {
        MenuCsv.Read(text);
        MenuCsv.Read("item_name,description,price,sizes,aliases\n" + text);
        DatasetCsv.Read("timestamp,message\n" + text);
        DatasetCsv.Read(text);
        MenuJson.Read(text);
        MenuJson.Read("{\"categories\":[{\"name\":\"a\",\"items\":[" + text);
    }));

    [Fact]
    public void Any_bytes_are_read_to_their_end() => Check.One(Same.WithMaxTest(300), Prop.ForAll<byte[]>(bytes =>
    {
        foreach (var name in (string[])["a.csv", "a.json", "a.exe"])
            MenuFiles.ReadAsync(name, new MemoryStream(bytes ?? []), 2, default).GetAwaiter().GetResult();
    }));

    [Fact]
    public void A_menu_that_is_written_is_read_back_the_same() => Check.One(Same.WithMaxTest(500), Prop.ForAll(Files, Files, (name, words) =>
    {
        var item = new MenuItem
        {
            Id = Guid.Empty,
            Name = Tidy(name, MenuRules.MaxName),
            Description = "",
            PriceMinor = Math.Abs(name.Length * 37),
            Aliases = [Tidy(words, MenuRules.MaxName)],
            Sizes = [new($"size {Tidy(words, 40)}", 150)],
            Tags = [Tidy(words, 40)],
        };
        var menu = new RestaurantMenu("", [new("Food", "main", [item])], []);
        if (MenuRules.Check(menu).Count > 0)
            return;
        var csv = MenuCsv.Read(MenuCsv.Write(menu));
        csv.BadRows.ShouldBeEmpty();
        IsSame(csv.Menu.Items.Single(), item);
        IsSame(MenuJson.Read(MenuJson.Write(menu)).Menu.Items.Single(), item);
    }));

    [Fact]
    public void No_cell_of_an_export_begins_as_a_formula_does() => Check.One(Same, Prop.ForAll(Files, text =>
    {
        foreach (var csv in (string[])[new CsvText().Row("a").Row(text).ToString(), CsvTable.Write(["a"], [[text]])])
        {
            var cell = FirstCell(csv[(csv.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
            (cell == text || cell == "'" + text).ShouldBeTrue($"{cell} was {text}");

            // Programs that trim cells find the formula behind blanks, too.
            (cell.Length > 0 && cell[0] is '\t' or '\r').ShouldBeFalse(cell);
            (cell.TrimStart(' ', '\u00a0') is ['=' or '+' or '-' or '@', ..]).ShouldBeFalse(cell);
        }
    }));

    [Theory]
    [InlineData("100,000 columns")]
    [InlineData("a cell of 4 MB")]
    [InlineData("open brackets")]
    [InlineData("open quotes")]
    [InlineData("only line ends")]
    [InlineData("deep lists")]
    public async Task A_file_made_to_be_slow_is_not(string kind)
    {
        var text = kind switch
        {
            "100,000 columns" => string.Join(',', Enumerable.Range(0, 100_000).Select(at => at == 7 ? "item_name" : at == 8 ? "description" : at == 9 ? "price" : $"c{at}"))
                + string.Concat(Enumerable.Repeat("\n" + new string(',', 99_999), 20)),
            "a cell of 4 MB" => "item_name,description,price\nSoup,\"" + new string('x', 4_000_000) + "\",1\n",
            "open brackets" => "item_name,description,price\n" + string.Concat(Enumerable.Range(0, 40).Select(at => $"Soup {at},Ingredients: {new string('(', 100_000)},1\n")),
            "open quotes" => "item_name,description,price\n" + string.Concat(Enumerable.Repeat("\"a,b,1\n", 300_000)),
            "only line ends" => "item_name,description,price" + new string('\n', 4_000_000),
            _ => new string('[', 2_000_000),
        };
        var watch = Stopwatch.StartNew();

        foreach (var name in (string[])["slow.csv", "slow.json"])
            (await MenuFiles.ReadAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), 2, default)).ShouldNotBeNull();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60), "a second or two, and minutes where its time grows with the square");
    }

    private static string Tidy(string text, int most) => (text.Length > most - 5 ? text[..(most - 5)] : text).Trim();

    private static void IsSame(MenuItem read, MenuItem written) =>
        (read.Name, read.PriceMinor, string.Join("\u0001", read.Aliases), read.Sizes.Single().Name, string.Join("\u0001", read.Tags))
            .ShouldBe((written.Name, written.PriceMinor, string.Join("\u0001", written.Aliases), written.Sizes.Single().Name, string.Join("\u0001", written.Tags)));

    /// <summary>As RFC 4180 reads it, without the product's own reader.</summary>
    private static string FirstCell(string row)
    {
        if (!row.StartsWith('"'))
            return row.TrimEnd('\n').TrimEnd('\r');
        var cell = new StringBuilder();
        for (var at = 1; at < row.Length; at++)
        {
            if (row[at] != '"')
                cell.Append(row[at]);
            else if (at + 1 < row.Length && row[at + 1] == '"')
                cell.Append(row[at++]);
            else
                break;
        }

        return cell.ToString();
    }
}
