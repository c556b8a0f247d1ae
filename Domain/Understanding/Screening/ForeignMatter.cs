using System.Buffers;
using System.Text.RegularExpressions;

namespace Restaurant.Domain.Understanding.Screening;

/// <summary>
/// Finds what is not the customer's own wish: tags, links, code, pasted data, instructions to a machine. It is blanked for reading,
/// never run, and never counts as ordered.
/// </summary>
internal static partial class ForeignMatter
{
    private static readonly SearchValues<char> CodeSigns = SearchValues.Create("<{[`=@+-");

    private static readonly SearchValues<char> FormulaSigns = SearchValues.Create("=@+-");

    private static readonly SearchValues<string> CodeWords = SearchValues.Create(
        ["http", "www.", ".com", ".net", ".org", ".ru", ".xyz", ".info", ".biz", ".top", ".click", ".link", ".shop", ".io", ".ly", "drop ", "delete ", "insert ", "select ", "union ", "update ", "1=1", "truncate ", "alter ", "set "],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Commands = SearchValues.Create(
        [
            "ignore", "disregard", "forget", "override", "system", "assistant", "prompt", "you are now", "instruction", "pretend", "developer mode", "jailbreak",
            "is free", "are free", "for free", "total to", "price to", "prices to", "as paid", "admin", "language model",
            "ignora", "olvida", "oublie", "ignoriere", "vergiss", "dimentica", "gratis", "gratuit", "as an ai",
        ],
        StringComparison.OrdinalIgnoreCase);

    // Apart from the others: words of plain letters alone are looked for many times as fast.
    private static readonly SearchValues<string> JapaneseCommands = SearchValues.Create(["無視", "指示", "無料"], StringComparison.Ordinal);

    public static string Blank(string text, List<string> flags)
    {
        var signs = text.AsSpan().ContainsAny(CodeSigns);
        var words = text.AsSpan().ContainsAny(CodeWords);
        var commands = text.AsSpan().ContainsAny(Commands) || text.AsSpan().ContainsAny(JapaneseCommands);
        if (!signs && !words && !commands)
            return text;

        // Each pattern is looked for only where its own sign stands: a hyphen is no tag.
        var blanker = new Blanker(text, flags);
        if (signs)
            BlankCode(blanker);
        if (words || text.Contains('@', StringComparison.Ordinal))
            blanker.Blank(Link(), ScreenFlags.Link);
        if (words)
            blanker.Blank(Sql(), ScreenFlags.Sql);
        if (commands)
        {
            blanker.Blank(Voice(), ScreenFlags.Injection);
            blanker.Blank(Command(), ScreenFlags.Injection);
            blanker.Blank(FreePrice(), ScreenFlags.Injection);
        }

        return blanker.Text;
    }

    private static void BlankCode(Blanker blanker)
    {
        if (blanker.Text.Contains('`', StringComparison.Ordinal))
            blanker.Blank(Fence(), ScreenFlags.Json);
        if (blanker.Text.Contains('<', StringComparison.Ordinal))
        {
            blanker.Blank(Script(), ScreenFlags.Markup);
            blanker.Blank(Tag(), ScreenFlags.Markup);
        }

        if (blanker.Text.AsSpan().ContainsAny(FormulaSigns))
            blanker.Blank(Formula(), ScreenFlags.Formula);
        if (blanker.Text.AsSpan().ContainsAny('{', '['))
            blanker.BlankData();
    }

    // What may repeat is bounded everywhere before the sign that tells: a message made of beginnings must not cost its length squared.
    [GeneratedRegex(@"```.*?(```|$)", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"<(script|style|iframe|svg|object)\b[^>]{0,500}>.*?(</\1\s*>|$)|<!--.*?(-->|$)", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    // "<3" is a heart, "< 5" a comparison.
    [GeneratedRegex(@"</?[a-zA-Z|][^<>\n]{0,300}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?:^|\n)\s{0,8}[=@+\-]\s{0,8}[A-Za-z_.]{2,}[(|!][^\n]*|^=[^\n]*")]
    private static partial Regex Formula();

    [GeneratedRegex(
        @"https?://\S+|www\.\S+|\b[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2,}\S*|\b[\w-]{1,64}\.(?:com|net|org|ru|xyz|info|biz|top|click|link|shop|io|ly)(?:/\S*)?\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"['""]?\)?;?\s{0,8}\b(?:drop\s+(?:table|database)|truncate\s+table|alter\s+table|insert\s+into|union\s+(?:all\s+)?select|delete\s+from\s+\w+\s*(?:where\b|;|--|$)|update\s+\w+\s+set\b|select\s+[\w*,\s]{1,60}\s+from\s+\w+\s*(?:where\b|;|--|$)|select\s+\*)[^\n]*|(?:/{2}\s{0,8})?\bset\s+\w{1,40}\s{0,4}=\s{0,4}\w+|'?\s{0,8}\bor\s+'?1'?\s{0,8}=\s{0,8}'?1[^\n]*",
        RegexOptions.IgnoreCase)]
    private static partial Regex Sql();

    [GeneratedRegex(@"(?:^|\n|[.!?]\s|[\[<#*""(])\s{0,8}(?:system|assistant|developer|admin|ai|bot)\s{0,8}(?:prompt|message|override|note|mode)?\s{0,8}[\])>*]{0,8}\s{0,8}:[^\n.!?]*", RegexOptions.IgnoreCase)]
    private static partial Regex Voice();

    [GeneratedRegex(
        @"\b(?:(?:please\s+)?(?:ignore|disregard|forget|override|bypass)\s+(?:(?:all|any|every|the|your|my|our|these|those|previous|prior|above|earlier|preceding|system|other|of)\s+){0,5}(?:instructions?|rules?|prompts?|guidelines?|commands?|programming|constraints|directives|menu|prices?|everything above|text above)|(?:ignora|olvida|oublie[zr]?|ignore[zr]?|ignoriere|vergiss|dimentica)\s+(?:(?:todas|toutes?|alle|tutte|las|les|le|deine|tus|sus|vos|tes|die|bisherigen|tue|istruzioni)\s+){0,4}(?:instrucciones|instructions|anweisungen|istruzioni|reglas|regeln|regole|consignes)|(?:you\s+are|you're|youre)\s+now\b|pretend\s+(?:to\s+be|you|that\s+you)\b|act\s+as\s+(?:a|an|the|if)\b|reveal\s+your\b|(?:enter|enable|activate)\s+\w+\s+mode|as\s+an\s+ai\b|set\s+(?:the\s+|all\s+)?(?:price|total|prices|bill)s?\s+to\b|mark\s+(?:it|this|the\s+order|my\s+order|as)\b[^.!?\n,]*\bpaid|(?:print|show|output|repeat|tell\s+me)\s+(?:me\s+)?your\s+(?:system\s+)?(?:prompt|instructions))[^.!?\n,;]*|(?:以前|これまで|すべて|全て|今まで)?の?指示を?(?:すべて|全て)?無視[^。！？\n、]*",
        RegexOptions.IgnoreCase)]
    private static partial Regex Command();

    [GeneratedRegex(
        @"\b(?:and\s+)?(?:everything|all\s+(?:of\s+it|items|food|orders)|the\s+whole\s+menu|todo|tout|alles|tutto)\s+(?:is|are|es|est|ist|e|è)\s+(?:now\s+)?(?:free|gratis|gratuit|kostenlos)[^.!?\n,;]{0,40}|すべて無料[^。！？\n、]*",
        RegexOptions.IgnoreCase)]
    private static partial Regex FreePrice();

    /// <summary>Blanks with spaces, so that positions stay.</summary>
    private sealed class Blanker(string text, List<string> flags)
    {
        public string Text { get; private set; } = text;

        public void Blank(Regex pattern, string flag)
        {
            char[]? letters = null;
            foreach (var match in pattern.EnumerateMatches(Text))
            {
                letters ??= Text.ToCharArray();
                Erase(letters.AsSpan(match.Index, match.Length));
            }

            Keep(letters, flag);
        }

        /// <summary>Braces and brackets with quotes or colons in them are pasted data; an open one reaches to the end.</summary>
        public void BlankData()
        {
            char[]? letters = null;
            for (var at = 0; at < Text.Length; at++)
            {
                if (Text[at] is not ('{' or '['))
                    continue;
                var end = EndOfData(at);
                if (Text.AsSpan(at, end - at).ContainsAny('"', ':', '{'))
                {
                    letters ??= Text.ToCharArray();
                    Erase(letters.AsSpan(at, end - at));
                }

                at = end - 1;
            }

            Keep(letters, ScreenFlags.Json);
        }

        private int EndOfData(int start)
        {
            var depth = 0;
            for (var at = start; at < Text.Length; at++)
            {
                if (Text[at] is '{' or '[')
                    depth++;
                else if (Text[at] is '}' or ']' && --depth == 0)
                    return at + 1;
            }

            return Text.Length;
        }

        private void Keep(char[]? letters, string flag)
        {
            if (letters is null)
                return;
            Text = new(letters);
            if (!flags.Contains(flag))
                flags.Add(flag);
        }

        private static void Erase(Span<char> letters)
        {
            letters.Fill(' ');

            // What stood before and what comes after are different sentences.
            if (letters.Length > 1)
                letters[^1] = '\n';
        }
    }
}
