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

    private string Encode(object json, string text, int limit = 64)
    {
        File.WriteAllText(file, JsonSerializer.Serialize(json));
        return string.Join(' ', Tokenizer.Load(file).Encode(text, limit));
    }
}
