using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Restaurant.Domain.Notifications;

/// <summary>What a room is told, in the product's own words; the sender turns it into the wire's form.</summary>
/// <param name="Words">The customer's words, whole: data, never markup.</param>
/// <param name="Link">Path of the page that shows the thing, without host.</param>
public sealed record RoomNotice(
    string Title, IReadOnlyList<string> Lines, string Words, string Sender, string? Total, string? Link, DateTimeOffset At)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Kept readable, so that a search for "café" finds it; the text only ever goes to the database.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Decides the colour and the symbol, never the words.</summary>
    public NoticeKind Kind { get; init; }

    /// <summary>The same for programs, by name; only the jobs webhook sends it.</summary>
    public IReadOnlyDictionary<string, string>? Data { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The text is not a notice.</exception>
    public static RoomNotice FromJson(string json) =>
        JsonSerializer.Deserialize<RoomNotice>(json, Json) ?? throw new JsonException("The notice is empty.");

    /// <summary>Null where the text is not a notice: written by another version of the program.</summary>
    public static RoomNotice? TryFromJson(string json)
    {
        try
        {
            return FromJson(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public enum NoticeKind
{
    Order,
    OrderChanged,
    OrderCancelled,
    Enquiry,
    Miscellaneous,
    Job,
    Test,
}
