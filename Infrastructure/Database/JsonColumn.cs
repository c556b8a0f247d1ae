using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Restaurant.Infrastructure.Database;

/// <summary>A value kept whole in one text column, because it is always read and written whole.</summary>
internal static class JsonColumn
{
    private const string Empty = "[]";

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
    };

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        value => IsEmpty(value) ? Empty : JsonSerializer.Serialize(value, Options), text => JsonSerializer.Deserialize<T>(text, Options)!, Same<T>());

    /// <summary>The same text, written by generated code: for what the hot path writes.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property, JsonTypeInfo<T> type) => property.HasConversion(
        value => IsEmpty(value) ? Empty : JsonSerializer.Serialize(value, type), text => JsonSerializer.Deserialize(text, type)!, Same<T>());

    // The values are immutable: another reference is another value.
    public static ValueComparer<T> Same<T>() =>
        new((left, right) => ReferenceEquals(left, right), value => value == null ? 0 : value.GetHashCode(), value => value);

    private static bool IsEmpty<T>(T value) => value is IList { Count: 0 };
}
