using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Restaurant.Domain.Menu.Files;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Understanding;

namespace Restaurant.Web.Commands;

/// <summary>Runs the understanding alone over a file: no database, no network, one message after the other.</summary>
internal static class UnderstandCommand
{
    private const int Unusable = 1;
    private const int BadLines = 2;
    private static readonly Option<FileInfo> Menu = new("--menu") { Description = "The menu as JSON.", Required = true };
    private static readonly Option<FileInfo> Messages = new("--messages") { Description = "One {\"id\", \"text\"} a line.", Required = true };
    private static readonly Option<FileInfo> Out = new("--out") { Description = "Where to write one reading a line.", Required = true };

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void AddTo(RootCommand root)
    {
        var understand = new Command(
            "understand", "Reads messages by a menu and writes what was understood. Exit codes: 0 all read, 1 a file cannot be used, 2 lines were skipped.")
        {
            Menu, Messages, Out,
        };
        understand.SetAction(RunAsync);
        root.Add(understand);
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var (menu, messages) = (arguments.GetValue(Menu)!, arguments.GetValue(Messages)!);
        foreach (var missing in new[] { menu, messages }.Where(file => !file.Exists))
            return Refuse($"{missing.FullName} does not exist. Name a file that does.");

        var file = MenuJson.Read(await File.ReadAllTextAsync(menu.FullName, cancellationToken));
        foreach (var bad in file.BadRows)
            await Console.Error.WriteLineAsync($"{menu.Name}, {bad}");
        if (!file.Menu.Items.Any())
            return Refuse($"{menu.FullName} holds no item that can be used.");

        var index = MenuIndex.Compile(file.Menu);
        await using var output = new StreamWriter(arguments.GetValue(Out)!.FullName, append: false);
        var (number, read, skipped, spent) = (0, 0, 0, TimeSpan.Zero);
        await foreach (var line in File.ReadLinesAsync(messages.FullName, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (!TryRead(line, out var message, out var problem))
            {
                skipped++;
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{messages.Name}, line {number}: {problem} It is skipped."));
                continue;
            }

            var started = Stopwatch.GetTimestamp();
            var understood = Understand(message, index);
            spent += Stopwatch.GetElapsedTime(started);
            read++;
            await output.WriteLineAsync(JsonSerializer.Serialize(understood, Readable).AsMemory(), cancellationToken);
        }

        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{read} messages understood in {spent.TotalSeconds:0.000} s"));
        return skipped == 0 ? 0 : BadLines;
    }

    private static Row Understand(Message message, MenuIndex index)
    {
        var screened = Screener.Screen(message.Text);
        var reading = OrderMatcher.Match(OrderParser.Parse(screened, index), index);
        var guess = IntentClassifier.Classify(screened, reading);
        var confidence = Confidence.Of(screened, guess, reading);
        var isOrder = guess.Intent == Intent.Order;
        return new(
            message.Id,
            Lower(guess.Intent),
            confidence,
            isOrder ? [.. reading.Lines.Select(Line)] : [],
            isOrder ? [.. reading.Unmatched.Select(phrase => phrase.Words)] : [],
            confidence < DecisionSettings.Default.For(guess.Intent) || (isOrder && (reading.Unmatched.Count > 0 || reading.Lines.Count == 0)));
    }

    private static Item Line(ReadLine line) => new(
        line.Item, line.Quantity, line.Size, [.. line.Modifiers.Select(modifier => new Part(modifier.Modifier, Lower(modifier.Action), modifier.Quantity))]);

    private static bool TryRead(string line, out Message message, out string problem)
    {
        message = new("", "");
        problem = "";
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement is { ValueKind: JsonValueKind.Object } row && row.TryGetProperty("id", out var id) && row.TryGetProperty("text", out var text)
                && text.ValueKind == JsonValueKind.String)
            {
                message = new(id.ToString(), text.GetString()!);
                return true;
            }

            problem = "This is not an object with \"id\" and \"text\".";
        }
        catch (JsonException exception)
        {
            problem = $"This is not JSON ({exception.Message}).";
        }

        return false;
    }

    // CA1308 asks for upper case; the words of the contract are small.
    private static string Lower<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static int Refuse(string problem)
    {
        Console.Error.WriteLine(problem);
        return Unusable;
    }

    private sealed record Message(string Id, string Text);

    private sealed record Row(
        string Id, string Intent, double Confidence, IReadOnlyList<Item> Items, IReadOnlyList<string> Unmatched, bool NeedsReview);

    private sealed record Item([property: System.Text.Json.Serialization.JsonPropertyName("item")] string Name, int Quantity, string? Size, IReadOnlyList<Part> Modifiers);

    private sealed record Part(string Modifier, string Action, int Quantity);
}
