using System.Text;
using System.Text.Json.Nodes;

namespace Restaurant.Web.Tests.Api;

/// <summary>What the API says it takes, read from its own description, and what it surely does not take.</summary>
internal sealed class ApiSchema(JsonNode description)
{
    private const string Here = "the place of the junk";

    private static readonly string[] QueryJunk =
    [
        "%00", "-1", "0", "99999999999999999999", "NaN", "%ff%fe", "%ud83d", "%ed%a0%80", "[]", "'%20OR%201=1;--", "0001-01-01", "9999-12-31",
        "..%2f..%2fetc%2fpasswd", "%25", "%5C", "_", "a*%22(", new('x', 5000), "",
    ];

    private static readonly string[] Values =
    [
        "null", "1", "-1", "99999999999999999999", "1e400", "true", "\"\"", "\"x\"", "\"a\\u0000b\"", "\"\\ud800\"", "[]", "[null]", "[[]]", "{}", "[{}]",
        "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59Z\"", "\"=1+1\"", "\"'; DROP TABLE orders;--\"", $"\"{new string('x', 5000)}\"",
    ];

    public IEnumerable<Operation> Operations =>
        from path in description["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        where path.Key is not ("/api/auth/token" or "/api/learning/train")
        select new Operation(this, new(method.Key.ToUpperInvariant()), path.Key, method.Value!);

    private JsonNode Resolve(JsonNode schema) =>
        schema["$ref"]?.GetValue<string>() is { } reference ? Resolve(description["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!)
        : (schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices ? Resolve(choices.First(choice => choice!["type"]?.ToString() != "null")!)
        : schema;

    private JsonNode? Sample(JsonNode schema, int depth = 0)
    {
        schema = Resolve(schema);
        if (schema["enum"] is JsonArray values)
            return values[0]!.DeepClone();
        var type = schema["type"] is JsonArray types ? types.Select(one => one!.ToString()).First(one => one != "null") : schema["type"]?.ToString();
        return type switch
        {
            "object" when depth < 4 => new JsonObject((schema["properties"] as JsonObject ?? []).Select(field => KeyValuePair.Create(field.Key, Sample(field.Value!, depth + 1)))),
            "array" => new JsonArray(Sample(schema["items"]!, depth + 1)),
            "integer" or "number" => Math.Max(1, schema["minimum"]?.GetValue<double>() ?? 1),
            "boolean" => false,
            _ => (schema["format"]?.ToString()) switch
            {
                "uuid" => Guid.Empty.ToString(),
                "date-time" => "2026-05-01T12:00:00Z",
                _ => "sample",
            },
        };
    }

    /// <param name="MustBeRefused">Nothing here may be taken; else it may, when it happens to be right.</param>
    internal sealed record Junk(string Name, string Query, HttpContent? Content, bool MustBeRefused = false)
    {
        /// <summary>What a database of another kind may take otherwise.</summary>
        public bool IsForTheDatabase => Query.Length > 0 || new[] { "\\u0000", "\\ud800", "0001-", "9999-", "xxxx", "DROP" }.Any(Name.Contains);
    }

    internal sealed record Operation(ApiSchema Schema, HttpMethod Method, string Path, JsonNode Says)
    {
        public IEnumerable<Junk> Junk()
        {
            var queries = (Says["parameters"] as JsonArray ?? []).Where(parameter => parameter!["in"]!.ToString() == "query").Select(parameter => parameter!["name"]!.ToString());
            foreach (var (name, value) in from name in queries from value in QueryJunk select (name, value))
                yield return new("a query", $"?{name}={value}", Sample()?.ToJsonString() is { } sample ? Json(sample) : null);
            if (Sample() is not { } body)
                yield break;
            foreach (var whole in Whole(body.ToJsonString()))
                yield return whole;
            for (var at = 0; at < Nodes(body).Count(); at++)
            {
                var copy = body.DeepClone();
                var node = Nodes(copy).ElementAt(at);
                var place = node.GetPath();
                node.ReplaceWith(Here);
                foreach (var value in Values)
                    yield return new($"{value[..Math.Min(value.Length, 30)]} at {place}", "", Json(copy.ToJsonString().Replace($"\"{Here}\"", value, StringComparison.Ordinal)));
            }
        }

        private static IEnumerable<Junk> Whole(string body)
        {
            foreach (var text in (string[])["", " ", "{", "null", "[]", "1", "\"x\"", "{\"a\":", "\0", "{}}", body + body, string.Concat(Enumerable.Repeat("[", 5000)), string.Concat(Enumerable.Repeat("{\"a\":", 5000))])
                yield return new(text[..Math.Min(text.Length, 20)], "", Json(text), MustBeRefused: true);
            yield return new("every field twice", "", Json($"{{{body[1..^1]},{body[1..]}"), MustBeRefused: true);
            var at = body.IndexOf("sample", StringComparison.Ordinal);
            if (at > 0)
                yield return new("invalid UTF-8", "", Bytes([.. Encoding.UTF8.GetBytes(body[..at]), 0xff, 0xfe, .. Encoding.UTF8.GetBytes(body[at..])]), MustBeRefused: true);
            yield return new("UTF-16", "", Bytes(Encoding.Unicode.GetBytes(body)), MustBeRefused: true);
            yield return new("a megabyte", "", Json($"{{\"a\":\"{new string('x', 1_000_000)}\"}}"));
            yield return new("no fields", "", Json("{}"));
            yield return new("another content type", "", new StringContent(body, null, "text/plain"), MustBeRefused: true);
        }

        // Only JSON bodies have fields; files are tested by their readers.
        private JsonNode? Sample() => Says["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema && Schema.Resolve(schema)["properties"] is not null
            ? Schema.Sample(schema) : null;

        private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
        {
            JsonObject fields => fields.SelectMany(field => Nodes(field.Value!).Prepend(field.Value!)),
            JsonArray list => list.SelectMany(item => Nodes(item!).Prepend(item!)),
            _ => [],
        };

        private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

        private static ByteArrayContent Bytes(byte[] bytes) => new(bytes) { Headers = { ContentType = new("application/json") } };
    }
}
