using System.Text.Json;
using System.Text.Json.Serialization;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Understanding;

namespace Restaurant.Web.Components.Shared.Runs;

/// <summary>Takes out of a trace what its steps found, for showing.</summary>
public static class RunReading
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The last reading of the words as an order; null where no step recorded one.</summary>
    public static OrderReading? Of(IEnumerable<RunStep> steps) => Last<OrderReading>(steps, "lines");

    public static IntentGuess? GuessOf(IEnumerable<RunStep> steps) => Last<IntentGuess>(steps, "runner");

    // A trace may be older than the code that reads it: what does not fit is not shown, and the raw detail still is.
    private static TFound? Last<TFound>(IEnumerable<RunStep> steps, string property)
        where TFound : class
    {
        foreach (var detail in steps.Select(step => step.Detail).OfType<string>().Reverse())
        {
            try
            {
                using var json = JsonDocument.Parse(detail);
                if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(property, out _))
                    return json.RootElement.Deserialize<TFound>(Web);
            }
            catch (JsonException)
            {
                // Not JSON, or of another shape.
            }
        }

        return null;
    }
}
