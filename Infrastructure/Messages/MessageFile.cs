using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Messages;

/// <summary>Messages from a file: CSV with the columns timestamp, message and perhaps sender and channel, or JSON lines with id and text.</summary>
/// <param name="Name">From the file's content: the same file gives the same external ids, so that playing it again adds nothing.</param>
public sealed record MessageFile(string Name, IReadOnlyList<NewMessage> Messages, IReadOnlyList<BadRow> BadRows)
{
    private const int MaxBytes = 200_000_000;
    private const int MaxRows = 1_000_000;
    private const string Channel = "simulation";

    public static async Task<MessageFile> ReadAsync(string path, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        var text = await CsvTable.TextAsync(stream, MaxBytes, cancellationToken);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
        var (messages, bad) = (new List<NewMessage>(), new List<BadRow>());
        if (path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
            ReadLines(text, name, now, messages, bad);
        else
            CsvTable.Read(text, [["message", "text"]], MaxRows, bad, row => Add(Of(row, name, now), $"line {row.Line}", messages, bad));
        return new(name, messages, bad);
    }

    private static NewMessage Of(CsvRow row, string name, DateTimeOffset now) => new(
        row["channel"] is { Length: > 0 } channel ? channel : Channel,
        $"{name}/{row.Line}",
        row["sender"] is { Length: > 0 } sender ? sender : $"guest {row.Line}",
        row["message", "text"],
        DateTimeOffset.TryParse(row["timestamp", "time"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var sent) ? sent : now);

    private static void ReadLines(string text, string name, DateTimeOffset now, List<NewMessage> messages, List<BadRow> bad)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace())
                continue;
            try
            {
                var row = JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!;
                var id = row.Id is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given ? given.ToString() : $"{number}";
                Add(new(row.Channel ?? Channel, $"{name}/{id}", row.Sender ?? $"guest {id}", row.Text ?? "", now), $"line {number}", messages, bad);
            }
            catch (JsonException exception)
            {
                bad.Add(new($"line {number}", $"Not a JSON object with id and text: {exception.Message}"));
            }
        }
    }

    private static void Add(NewMessage message, string where, List<NewMessage> messages, List<BadRow> bad)
    {
        if (MessageRules.Check(message) is { Count: > 0 } problems)
            bad.Add(new(where, string.Join(' ', problems.Values.SelectMany(problem => problem))));
        else
            messages.Add(message);
    }

    private sealed record Line(JsonElement? Id, string? Text, string? Sender, string? Channel);
}
