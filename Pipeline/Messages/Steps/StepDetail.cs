using System.Text.Json;
using System.Text.Json.Serialization;
using Restaurant.Domain.Understanding;

namespace Restaurant.Pipeline.Messages.Steps;

/// <summary>What a step found, as JSON: shown to those who ask for it, and read back by a replay that begins after the step.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScreenedMessage))]
[JsonSerializable(typeof(OrderReading))]
[JsonSerializable(typeof(IntentGuess))]
internal sealed partial class StepDetail : JsonSerializerContext
{
    public static string Of(ScreenedMessage screened) => JsonSerializer.Serialize(screened, Default.ScreenedMessage);

    public static string Of(OrderReading reading) => JsonSerializer.Serialize(reading, Default.OrderReading);

    public static string Of(IntentGuess guess) => JsonSerializer.Serialize(guess, Default.IntentGuess);
}
