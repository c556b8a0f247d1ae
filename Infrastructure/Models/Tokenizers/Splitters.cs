using System.Text.Json;
using System.Text.RegularExpressions;

namespace Restaurant.Infrastructure.Models.Tokenizers;

/// <summary>The "pre_tokenizer" part of tokenizer.json as one function from text to words.</summary>
internal static partial class Splitters
{
    public static Func<string, IEnumerable<string>> Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return text => [text];
        var type = json.GetProperty("type").GetString();
        return type switch
        {
            "BertPreTokenizer" => text => Matches(BertWords(), text),
            "Whitespace" => text => Matches(WordsAndMarks(), text),
            "WhitespaceSplit" => text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            "ByteLevel" => ByteLevel(json),
            "Split" => Split(json),
            "Sequence" => Sequence([.. json.GetProperty("pretokenizers").EnumerateArray().Select(Read)]),
            _ => throw new InvalidDataException($"tokenizer.json: the pre-tokenizer '{type}' is not supported."),
        };
    }

    private static Func<string, IEnumerable<string>> Sequence(Func<string, IEnumerable<string>>[] all) =>
        text => all.Aggregate((IEnumerable<string>)[text], (words, next) => words.SelectMany(next));

    private static Func<string, IEnumerable<string>> ByteLevel(JsonElement json)
    {
        var prefix = json.TryGetProperty("add_prefix_space", out var add) && add.GetBoolean();
        var cut = !json.TryGetProperty("use_regex", out var use) || use.GetBoolean();
        return text =>
        {
            var padded = prefix && text.Length > 0 && text[0] != ' ' ? " " + text : text;
            return (cut ? Matches(ByteLevelWords(), padded) : [padded]).Select(ByteAlphabet.Encode);
        };
    }

    // Only the behaviour that byte-pair models use: every match is a word, and so is what lies between.
    private static Func<string, IEnumerable<string>> Split(JsonElement json)
    {
        var pattern = json.GetProperty("pattern");
        var expression = pattern.TryGetProperty("Regex", out var regex) ? regex.GetString()! : Regex.Escape(pattern.GetProperty("String").GetString()!);
        if (json.GetProperty("behavior").GetString() is not "Isolated")
            throw new InvalidDataException("tokenizer.json: of the pre-tokenizer 'Split' only the behaviour 'Isolated' is supported.");

        // The expression comes with the model and may look ahead, which the linear-time engine cannot: so its time is limited instead.
        var words = new Regex(expression, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return text => Isolate(words, text);
    }

    private static IEnumerable<string> Isolate(Regex words, string text)
    {
        var from = 0;
        foreach (Match match in words.Matches(text))
        {
            if (match.Index > from)
                yield return text[from..match.Index];
            if (match.Length > 0)
                yield return match.Value;
            from = match.Index + match.Length;
        }

        if (from < text.Length)
            yield return text[from..];
    }

    private static IEnumerable<string> Matches(Regex words, string text) => words.Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"[\p{P}$+<=>^`|~]|[^\s\p{P}$+<=>^`|~]+")]
    private static partial Regex BertWords();

    [GeneratedRegex(@"\w+|[^\w\s]+")]
    private static partial Regex WordsAndMarks();

    [GeneratedRegex(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")]
    private static partial Regex ByteLevelWords();
}
