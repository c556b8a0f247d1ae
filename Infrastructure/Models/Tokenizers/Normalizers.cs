using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Restaurant.Infrastructure.Models.Tokenizers;

/// <summary>The "normalizer" part of tokenizer.json as one function from text to text.</summary>
internal static class Normalizers
{
    public static Func<string, string> Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return text => text;
        var type = json.GetProperty("type").GetString();
        return type switch
        {
            "NFC" => text => text.Normalize(NormalizationForm.FormC),
            "NFD" => text => text.Normalize(NormalizationForm.FormD),
            "NFKC" => text => text.Normalize(NormalizationForm.FormKC),
            "NFKD" => text => text.Normalize(NormalizationForm.FormKD),
            "Lowercase" => Lower,
            "StripAccents" => WithoutAccents,
            "BertNormalizer" => Bert(json),
            "Sequence" => json.GetProperty("normalizers").EnumerateArray().Select(Read).ToArray() is var all
                ? text => all.Aggregate(text, (value, next) => next(value)) : null!,
            _ => throw new InvalidDataException($"tokenizer.json: the normalizer '{type}' is not supported."),
        };
    }

    private static Func<string, string> Bert(JsonElement json)
    {
        var lower = Is(json, "lowercase", true);
        var strip = json.TryGetProperty("strip_accents", out var given) && given.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? given.GetBoolean() : lower;
        var chinese = Is(json, "handle_chinese_chars", true);
        return text =>
        {
            var clean = Clean(text, chinese);
            clean = strip ? WithoutAccents(clean) : clean;
            return lower ? Lower(clean) : clean;
        };
    }

    private static string Clean(string text, bool chinese)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0 or 0xFFFD || (Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r')))
                continue;
            if (Rune.IsWhiteSpace(rune))
                clean.Append(' ');
            else if (chinese && rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF))
                clean.Append(' ').Append(rune).Append(' ');
            else
                clean.Append(rune);
        }

        return clean.ToString();
    }

    private static string WithoutAccents(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));

#pragma warning disable CA1308 // The vocabulary is written in lower case.
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308

    private static bool Is(JsonElement json, string name, bool otherwise) =>
        json.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.True : otherwise;
}
