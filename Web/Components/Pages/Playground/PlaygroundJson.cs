using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Restaurant.Domain.Messages;

namespace Restaurant.Web.Components.Pages.Playground;

/// <summary>What was understood, in the form that the understand command writes.</summary>
internal static class PlaygroundJson
{
    // Shown as text and copied as text; Blazor escapes it where it must be.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Of(Understood understood)
    {
        var context = understood.Context;
        return JsonSerializer.Serialize(
            new
            {
                intent = context.Guess?.Intent,
                outcome = context.Decision?.Outcome,
                confidence = context.Decision?.Confidence,
                reason = context.Decision?.Reason,
                items = context.Reading.Lines.Select(line => new { line.Item, line.Quantity, line.Size, line.Modifiers }),
                unmatched = context.Reading.Unmatched,
                totalMinor = context.Priced.TotalMinor,
                problems = context.Priced.Problems,
                needsReview = context.Decision?.NeedsReview,
                steps = understood.Steps.Select(step => new { step.Name, step.Outcome, step.Summary, step.Microseconds }),
            },
            Readable);
    }
}
