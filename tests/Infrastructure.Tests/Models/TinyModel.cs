using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Restaurant.Infrastructure.Models;

namespace Restaurant.Infrastructure.Tests.Models;

/// <summary>An embedding model of a handful of words, written here byte by byte: every word has the vector it is given.</summary>
internal sealed class TinyModel : IDisposable
{
    private static readonly string[] Special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"];
    private readonly string folder = Directory.CreateTempSubdirectory("restaurant-model-").FullName;

    public TinyModel(params (string Word, float[] Vector)[] words)
    {
        var size = words[0].Vector.Length;
        var table = Special.SelectMany(_ => new float[size]).Concat(words.SelectMany(word => word.Vector)).ToArray();
        File.WriteAllBytes(Options.Model!, Model(Special.Length + words.Length, size, table));
        File.WriteAllText(Options.TokenizerPath, JsonSerializer.Serialize(WordPieceJson([.. Special, .. words.Select(word => word.Word)])));
    }

    public EmbeddingOptions Options => new() { Model = Path.Combine(folder, "model.onnx"), Library = Library };

    /// <summary>tests/run puts it there.</summary>
    public static string Library { get; } = Path.Combine(Path.GetDirectoryName(Here())!, "..", "onnx", "libonnxruntime.so.1");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static object WordPieceJson(string[] vocabulary) => new
    {
        added_tokens = Special.Select((token, id) => new { id, content = token }),
        normalizer = new { type = "BertNormalizer", clean_text = true, handle_chinese_chars = true, lowercase = true },
        pre_tokenizer = new { type = "BertPreTokenizer" },
        post_processor = new
        {
            type = "TemplateProcessing",
            single = new object[]
            {
                new { SpecialToken = new { id = "[CLS]", type_id = 0 } },
                new { Sequence = new { id = "A", type_id = 0 } },
                new { SpecialToken = new { id = "[SEP]", type_id = 0 } },
            },
        },
        model = new { type = "WordPiece", unk_token = "[UNK]", vocab = vocabulary.Index().ToDictionary(word => word.Item, word => word.Index) },
    };

    private static string Here([CallerFilePath] string file = "") => file;

    // One node: last_hidden_state = Gather(table, input_ids). Field numbers are those of onnx.proto.
    private static byte[] Model(int rows, int size, float[] table)
    {
        var node = Message(w => { Text(w, 1, "table"); Text(w, 1, "input_ids"); Text(w, 2, "last_hidden_state"); Text(w, 4, "Gather"); });
        var initializer = Message(w =>
        {
            Number(w, 1, rows);
            Number(w, 1, size);
            Number(w, 2, 1);
            Text(w, 8, "table");
            Bytes(w, 9, table.SelectMany(BitConverter.GetBytes).ToArray());
        });
        var graph = Message(w =>
        {
            Bytes(w, 1, node);
            Text(w, 2, "tiny");
            Bytes(w, 5, initializer);
            Bytes(w, 11, Value("input_ids", 7, "batch", "length"));
            Bytes(w, 11, Value("attention_mask", 7, "batch", "length"));
            Bytes(w, 12, Value("last_hidden_state", 1, "batch", "length", "size"));
        });
        return Message(w => { Number(w, 1, 8); Bytes(w, 7, graph); Bytes(w, 8, Message(o => Number(o, 2, 13))); });
    }

    private static byte[] Value(string name, int type, params string[] dimensions) => Message(w =>
    {
        Text(w, 1, name);
        Bytes(w, 2, Message(t => Bytes(t, 1, Message(tensor =>
        {
            Number(tensor, 1, type);
            Bytes(tensor, 2, Message(shape =>
            {
                foreach (var dimension in dimensions)
                    Bytes(shape, 1, Message(d => Text(d, 2, dimension)));
            }));
        }))));
    });

    private static byte[] Message(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static void Number(BinaryWriter writer, int field, long value)
    {
        writer.Write7BitEncodedInt(field << 3);
        writer.Write7BitEncodedInt64(value);
    }

    private static void Text(BinaryWriter writer, int field, string value) => Bytes(writer, field, Encoding.UTF8.GetBytes(value));

    private static void Bytes(BinaryWriter writer, int field, byte[] value)
    {
        writer.Write7BitEncodedInt((field << 3) | 2);
        writer.Write7BitEncodedInt(value.Length);
        writer.Write(value);
    }
}
