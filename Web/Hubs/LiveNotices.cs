using System.Text.Json;
using System.Text.Json.Serialization;

namespace Restaurant.Web.Hubs;

/// <summary>What a listener hears at once, already in its words.</summary>
[JsonConverter(typeof(AsItStands))]
internal sealed class LiveNotices
{
    private readonly byte[] json;

    private LiveNotices(byte[] json, int count) => (this.json, Count) = (json, count);

    public int Count { get; }

    public static LiveNotices Of(IEnumerable<LiveNotice> notices, JsonSerializerOptions options)
    {
        var all = notices.ToList();
        return new(JsonSerializer.SerializeToUtf8Bytes(all, options), all.Count);
    }

    private sealed class AsItStands : JsonConverter<LiveNotices>
    {
        public override LiveNotices Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Notices are only sent.");

        public override void Write(Utf8JsonWriter writer, LiveNotices value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.json, skipInputValidation: true);
    }
}
