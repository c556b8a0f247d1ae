using System.Text.Json;
using System.Text.Json.Serialization;

namespace Restaurant.Web.Api;

/// <summary>A text that holds JSON and travels as that JSON: the arguments of a job, whose fields only the job knows.</summary>
internal sealed class JsonText : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return document.RootElement.GetRawText();
        }
        catch (InvalidOperationException exception)
        {
            // The reader lets bytes that are no UTF-8 pass until somebody wants them as text.
            throw new JsonException("The text is not UTF-8.", exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteRawValue(value!);
}
