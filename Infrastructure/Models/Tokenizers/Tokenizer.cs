using System.Text.Json;

namespace Restaurant.Infrastructure.Models.Tokenizers;

/// <summary>
/// Reads tokenizer.json (WordPiece and byte-pair models) and turns text into token numbers.
/// Text is data: a customer who writes "[SEP]" gets the letters, never the special token.
/// </summary>
internal sealed class Tokenizer
{
    private readonly Func<string, string> normalize;
    private readonly Func<string, IEnumerable<string>> split;
    private readonly ITokenModel model;
    private readonly int[] before, after;

    private Tokenizer(JsonElement json)
    {
        normalize = Normalizers.Read(json.GetProperty("normalizer"));
        split = Splitters.Read(json.GetProperty("pre_tokenizer"));
        model = ReadModel(json.GetProperty("model"));
        var special = json.TryGetProperty("added_tokens", out var added)
            ? added.EnumerateArray().ToDictionary(token => token.GetProperty("content").GetString()!, token => token.GetProperty("id").GetInt32())
            : [];
        int Id(string token) => special.TryGetValue(token, out var id) ? id
            : model.Find(token) ?? throw new InvalidDataException($"tokenizer.json: the token '{token}' is not in the vocabulary.");

        var (first, last) = Template(json.GetProperty("post_processor"));
        (before, after) = ([.. first.Select(Id)], [.. last.Select(Id)]);
        Padding = json.TryGetProperty("padding", out var padding) && padding.ValueKind == JsonValueKind.Object
            ? padding.GetProperty("pad_id").GetInt32()
            : special.TryGetValue("[PAD]", out var pad) || special.TryGetValue("<pad>", out pad) ? pad : 0;
    }

    public int Padding { get; }

    /// <exception cref="InvalidDataException">Not a tokenizer.json that this reads; the message names the part.</exception>
    public static Tokenizer Load(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return new(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{path} is not a tokenizer.json: {exception.Message}", exception);
        }
    }

    /// <summary>At most <paramref name="limit"/> tokens, the special ones included.</summary>
    public int[] Encode(string text, int limit)
    {
        var ids = new List<int>(before);
        var room = limit - after.Length;
        foreach (var word in split(normalize(text)))
        {
            if (ids.Count >= room)
                break;
            model.Encode(word, ids);
        }

        if (ids.Count > room)
            ids.RemoveRange(room, ids.Count - room);
        ids.AddRange(after);
        return [.. ids];
    }

    private static ITokenModel ReadModel(JsonElement json)
    {
        var vocabulary = json.GetProperty("vocab").EnumerateObject().ToDictionary(token => token.Name, token => token.Value.GetInt32(), StringComparer.Ordinal);
        var unknown = json.TryGetProperty("unk_token", out var value) ? value.GetString() : null;
        var type = json.TryGetProperty("type", out var named) ? named.GetString() : json.TryGetProperty("merges", out _) ? "BPE" : "WordPiece";
        return type switch
        {
            "WordPiece" => new WordPiece(vocabulary, unknown ?? "[UNK]",
                json.TryGetProperty("continuing_subword_prefix", out var prefix) ? prefix.GetString()! : "##",
                json.TryGetProperty("max_input_chars_per_word", out var longest) ? longest.GetInt32() : 100),
            "BPE" => new BytePair(vocabulary, Merges(json.GetProperty("merges")), unknown),
            _ => throw new InvalidDataException($"tokenizer.json: the model '{type}' is not supported; WordPiece and BPE are."),
        };
    }

    // Older files write a merge as "left right", newer ones as ["left", "right"].
    private static Dictionary<(string, string), int> Merges(JsonElement json) => json.EnumerateArray().Index().ToDictionary(
        merge => merge.Item.ValueKind == JsonValueKind.Array
            ? (merge.Item[0].GetString()!, merge.Item[1].GetString()!)
            : merge.Item.GetString()!.Split(' ', 2) is var pair ? (pair[0], pair[1]) : default,
        merge => merge.Index);

    private static (string[] Before, string[] After) Template(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return ([], []);
        var type = json.GetProperty("type").GetString();
        switch (type)
        {
            case "BertProcessing" or "RobertaProcessing":
                return ([json.GetProperty("cls")[0].GetString()!], [json.GetProperty("sep")[0].GetString()!]);
            case "ByteLevel":
                return ([], []);
            case "Sequence":
                return json.GetProperty("processors").EnumerateArray().Select(Template).LastOrDefault(found => found.Before.Length + found.After.Length > 0, ([], []));
            case "TemplateProcessing":
                var pieces = json.GetProperty("single").EnumerateArray().ToArray();
                var text = Array.FindIndex(pieces, piece => piece.TryGetProperty("Sequence", out _));
                return ([.. pieces[..text].Select(Special)], [.. pieces[(text + 1)..].Select(Special)]);
            default:
                throw new InvalidDataException($"tokenizer.json: the post-processor '{type}' is not supported.");
        }
    }

    private static string Special(JsonElement piece) => piece.GetProperty("SpecialToken").GetProperty("id").GetString()!;
}
