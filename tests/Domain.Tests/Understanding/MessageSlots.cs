using System.Text;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>Makes a practice message into one that can be said about any menu: slots stand for what its own menu has.</summary>
internal static class MessageSlots
{
    private static readonly string[] Languages = ["en", "es", "fr", "de", "it", "ja"];

    /// <summary>A line of messages.txt.</summary>
    public static string Line(Intent intent, ScreenedMessage message, OrderReading reading)
    {
        var language = Languages.Contains(message.Language) ? message.Language : Languages[0];
        return $"{intent.ToString().ToLowerInvariant()} {language}: {Text(message.Text, reading)}";
    }

    private static string Text(string text, OrderReading reading)
    {
        // A bracket is a slot's.
        text = text.Replace('[', '(').Replace(']', ')');
        var slots = new StringBuilder();
        var at = 0;
        foreach (var span in reading.Spans.Where(span => SlotOf(span.Kind) is not null).OrderBy(span => span.Start))
        {
            if (span.Start < at)
                continue;
            slots.Append(text, at, span.Start - at).Append(SlotOf(span.Kind));
            at = span.Start + span.Length;
        }

        return slots.Append(text, at, text.Length - at).Replace("\n", "\\n").ToString();
    }

    private static string? SlotOf(SpanKind kind) => kind switch
    {
        SpanKind.Dish or SpanKind.Mention => "[dish]",
        SpanKind.Modifier => "[mod]",
        SpanKind.Unmatched => "[thing]",
        _ => null,
    };
}
