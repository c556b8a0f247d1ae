using System.Text.Json;
using Restaurant.Infrastructure.Models.Tokenizers;

namespace Restaurant.Infrastructure.Tests.Models;

public sealed class TokenizerTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("Café", "2 4 3")]
    [InlineData("lemonade, soda", "2 5 6 7 8 3")]
    [InlineData("xyz", "2 1 3")]
    [InlineData("[SEP]", "2 1 1 1 3")]
    [InlineData("", "2 3")]
    public void WordPiece_takes_the_longest_pieces_and_never_reads_special_tokens_from_text(string text, string ids) =>
        Encode(TinyModel.WordPieceJson(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "cafe", "lemon", "##ade", ",", "soda"]), text).ShouldBe(ids);

    [Fact]
    public void A_long_text_is_cut_and_still_ends_with_the_last_token() =>
        Encode(TinyModel.WordPieceJson(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a"]), "a a a a a a a a", limit: 5).ShouldBe("2 4 4 4 3");

    [Theory]
    [InlineData("low lower", "5 6 7")]
    [InlineData("low", "5")]
    [InlineData("wol", "2 1 0")]
    public void Byte_pairs_are_joined_in_the_order_they_were_learned(string text, string ids) => Encode(
        new
        {
            normalizer = new { type = "NFC" },
            pre_tokenizer = new { type = "ByteLevel", add_prefix_space = false, use_regex = true },
            post_processor = (object?)null,
            model = new
            {
                type = "BPE",
                vocab = new Dictionary<string, int> { ["l"] = 0, ["o"] = 1, ["w"] = 2, ["e"] = 3, ["lo"] = 4, ["low"] = 5, ["Ġlow"] = 6, ["er"] = 7, ["r"] = 8, ["Ġ"] = 9 },
                merges = new object[] { "l o", new[] { "lo", "w" }, "e r", "Ġ low" },
            },
        }, text).ShouldBe(ids);

    // A token of one byte has that byte for its id, so that what is not joined reads as UTF-8: ß is C3 9F, that is 195 159.
    [Theory]
    [InlineData("Süß", "83 300 195 159")]
    [InlineData("Su\u0308ß", "83 300 195 159")]
    [InlineData("a 🍕", "97 32 303")]
    [InlineData("a🍣!", "97 301 141 163 33")]
    [InlineData("寿司", "305 306 184")]
    [InlineData("寿 司", "305 307 184")]
    [InlineData("司を2", "306 184 227 130 146 50")]
    public void Byte_pairs_beyond_ascii_are_pairs_of_their_utf8_bytes(string text, string ids) =>
        Encode(ByteLevelJson(("C3 BC", 300), ("F0 9F", 301), ("8D 95", 302), ("F09F 8D95", 303), ("E5 AF", 304), ("E5AF BF", 305), ("E5 8F", 306), ("20 E58F", 307)), text)
            .ShouldBe(ids);

    [Fact]
    public void A_text_may_be_cut_inside_a_letter_of_several_bytes() =>
        Encode(ByteLevelJson(), "をを", limit: 4).ShouldBe("227 130 146 227");

    [Fact]
    public void A_part_that_is_not_supported_is_named()
    {
        File.WriteAllText(file, """{"normalizer":{"type":"Precompiled"},"pre_tokenizer":null,"post_processor":null,"model":{"vocab":{}}}""");

        Should.Throw<InvalidDataException>(() => Tokenizer.Load(file)).Message.ShouldContain("Precompiled");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    public void A_file_that_is_no_tokenizer_is_refused_by_name(string content)
    {
        File.WriteAllText(file, content);

        Should.Throw<InvalidDataException>(() => Tokenizer.Load(file)).Message.ShouldContain(file);
    }

    /// <summary>Every byte that the tests use, and what was learned of them in order, each part written as its bytes in hex.</summary>
    private static object ByteLevelJson(params (string Pair, int Id)[] learned)
    {
        // The alphabet as GPT-2's published vocabulary writes it, copied letter by letter.
        var letters = "20 Ġ 21 ! 32 2 53 S 61 a 82 Ĥ 8D į 8F ı 92 Ĵ 95 ķ 9F Ł A3 £ AF ¯ B8 ¸ BC ¼ BF ¿ C3 Ã E3 ã E5 å F0 ð"
            .Split(' ').Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        string Letters(string bytes) => string.Concat(bytes.Chunk(2).Select(pair => letters[new(pair)]));
        var vocabulary = letters.ToDictionary(letter => letter.Value, letter => Convert.ToInt32(letter.Key, 16));
        foreach (var (pair, id) in learned)
            vocabulary.Add(Letters(pair.Replace(" ", "", StringComparison.Ordinal)), id);
        return new
        {
            normalizer = new { type = "NFC" },
            pre_tokenizer = new { type = "ByteLevel", add_prefix_space = false, use_regex = true },
            post_processor = (object?)null,
            model = new { type = "BPE", vocab = vocabulary, merges = learned.Select(one => one.Pair.Split(' ').Select(Letters).ToArray()).ToArray() },
        };
    }

    private string Encode(object json, string text, int limit = 64)
    {
        File.WriteAllText(file, JsonSerializer.Serialize(json));
        return string.Join(' ', Tokenizer.Load(file).Encode(text, limit));
    }
}
