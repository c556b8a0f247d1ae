using System.Globalization;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Simulation;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Simulation;

/// <summary>timestamp,message and, where the file has them, sender,channel.</summary>
internal static class DatasetCsv
{
    public const string Channel = "simulation";
    private static readonly string[] Text = ["message", "text", "content", "body"];
    private static readonly string[] Time = ["timestamp", "time", "date", "sent_at"];

    public static DatasetFile Read(string csv)
    {
        var bad = new List<BadRow>();
        var messages = new List<DatasetMessage>();
        var seen = new HashSet<(DateTimeOffset?, string, string, string)>();
        var duplicates = 0;
        CsvTable.Read(csv, [Text, Time], Dataset.MaxRows, bad, row =>
        {
            try
            {
                var message = Read(row, messages.Count);
                if (seen.Add((message.At, message.Text, row["sender"], message.Channel)))
                    messages.Add(message);
                else
                    duplicates++;
            }
            catch (FormatException exception)
            {
                bad.Add(new($"line {row.Line}", exception.Message));
            }
        });
        return new(messages, duplicates, bad);
    }

    private static DatasetMessage Read(CsvRow row, int at)
    {
        // Without a name each row is a customer of its own: nobody's messages are taken for one turn.
        var sender = row["sender"] is { Length: > 0 } named ? named : $"guest {row.Line - 1}";
        var channel = row["channel"] is { Length: > 0 } given ? given : Channel;
        var text = row[Text];
        var problems = MessageRules.Check(new(channel, "row", sender, text, default));
        if (problems.Count > 0)
            throw new FormatException(problems.First().Value[0]);
        return new(at, text, sender, channel, ReadTime(row[Time]));
    }

    private static DateTimeOffset? ReadTime(string text)
    {
        if (text.Length == 0)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUniversalTime()
            : throw new FormatException($"“{(text.Length > 40 ? text[..40] + "…" : text)}” is not a time. Write 2026-05-01 12:30:00.");
    }
}
