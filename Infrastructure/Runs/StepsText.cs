using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Restaurant.Domain.Runs;

namespace Restaurant.Infrastructure.Runs;

/// <summary>
/// A trace as it is stored: a JSON array with one array a step, in the order of <see cref="RunStep"/>'s members, and details as they are instead of
/// as text within text. Half the size of the members' names written out, and short enough that PostgreSQL keeps it in the row as it is.
/// </summary>
internal static class StepsText
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) own;

    public static string Write(IReadOnlyList<RunStep> steps)
    {
        var (buffer, json) = own.Buffer is null ? own = Make() : own;
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartArray();
        foreach (var step in steps)
        {
            json.WriteStartArray();
            json.WriteStringValue(step.Name);
            json.WriteNumberValue((int)step.Outcome);
            json.WriteStringValue(step.Summary);
            json.WriteNumberValue(step.OffsetMicroseconds);
            json.WriteNumberValue(step.Microseconds);
            if (step.Detail is not null)
                json.WriteRawValue(step.Detail);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static IReadOnlyList<RunStep> Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        return
        [
            .. json.RootElement.EnumerateArray().Select(step => new RunStep(
                step[0].GetString()!,
                (StepOutcome)step[1].GetInt32(),
                step[2].GetString()!,
                step[3].GetInt64(),
                step[4].GetInt64(),
                step.GetArrayLength() > 5 ? step[5].GetRawText() : null)),
        ];
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) Make()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        return (buffer, new(buffer, Readable));
    }
}
