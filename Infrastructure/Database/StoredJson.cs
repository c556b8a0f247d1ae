using System.Text.Json;
using System.Text.Json.Serialization;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Understanding;

namespace Restaurant.Infrastructure.Database;

/// <summary>The JSON columns that every message writes, by generated code: no reflection on the hot path.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(IReadOnlyList<OrderLine>))]
[JsonSerializable(typeof(IReadOnlyList<UnmatchedPhrase>))]
internal sealed partial class StoredJson : JsonSerializerContext;
