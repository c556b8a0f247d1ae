using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>One way to take a word of the message as words of the menu.</summary>
/// <param name="Length">Tokens used: 2 where the customer wrote apart what the menu writes together.</param>
internal readonly record struct WordReading(int[] Stems, int Length, double Cost, string? Why);

/// <summary>Finds the menu words a token may be: as written, as another form, as the same food, joined, split or misspelt.</summary>
internal sealed class WordReadings(CompiledMenu menu, Phrases phrases)
{
    private static readonly string[] Linking = ["", "n", "s", "en"];
    // Words that menus and customers write in different ways.
    private static readonly Dictionary<string, string> OtherSpelling =
        "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 twelve 12 pc piece pcs piece in inch oz ounce"
            .Split(' ')
            .Chunk(2)
            .ToDictionary(pair => pair[0], pair => pair[1]);

    private readonly List<Typo> typos = [];

    public void Find(List<Token> tokens, int at, List<WordReading> found)
    {
        found.Clear();
        var token = tokens[at];
        if (token.Key.Length == 0 || token.Kind is TokenKind.Emoji)
            return;

        var key = token.Key;
        var stem = Stem.Of(key);
        var direct = menu.Words.BySpelling(key);
        if (direct >= 0)
            found.Add(new([direct], 1, 0, null));
        else if (menu.Words.ByStem(stem) is >= 0 and var form)
            found.Add(new([form], 1, Weights.OtherForm, null));

        var meaning = phrases.MeaningOf(key);
        if (OtherSpelling.TryGetValue(key, out var digits) && menu.Words.Find(digits) is >= 0 and var number)
            found.Add(new([number], 1, 0, null));
        AddNextJoined(tokens, at, found);
        if (direct < 0 && meaning is null or { Cue: Cue.Food } && menu.SameFood.TryGetValue(stem, out var same))
        {
            foreach (var other in same)
                found.Add(new([other], 1, Weights.SameFood, $"'{key}' is {menu.Words[other]}"));
        }

        if (menu.OtherNames.TryGetValue(stem, out var names))
        {
            foreach (var other in names)
                found.Add(new([other], 1, Weights.SameFood, null));
        }

        if (menu.Joined.TryGetValue(stem, out var parts))
            found.Add(new(parts, 1, Weights.Joined, null));
        if (found.Exists(reading => reading.Cost < Weights.SameFood) || (meaning is not null && found.Count == 0) || token.Kind != TokenKind.Word || (phrases.MeaningOf(stem) is not null && found.Count == 0))
            return;

        if (found.Count == 0)
            AddSplit(key, found);
        typos.Clear();
        menu.Typos.Find(stem, typos);
        if (typos.Count == 0 && stem.Length != key.Length)
            menu.Typos.Find(key, typos);
        if (typos.Count == 0 && found.Count == 0)
            found.AddRange(menu.Words.ByBeginning(key).Select(longer => new WordReading([longer], 1, Weights.Shortened, $"'{key}' is short for {menu.Words[longer]}")));
        foreach (var typo in typos)
            found.Add(new([typo.Stem], 1, typo.Cost, $"typo: '{key}' -> {menu.Words[typo.Stem]}"));
    }

    private void AddNextJoined(List<Token> tokens, int at, List<WordReading> found)
    {
        if (at + 1 >= tokens.Count || tokens[at] is not { Kind: TokenKind.Word, Length: > 1 } || tokens[at + 1] is not { Kind: TokenKind.Word, Length: > 1 } next)
            return;
        if (menu.Words.Find(tokens[at].Key + next.Key) is >= 0 and var whole)
            found.Add(new([whole], 2, Weights.Joined, null));
    }

    // "garlicbread", "Orangensaft": two menu words written as one.
    private void AddSplit(string key, List<WordReading> found)
    {
        for (var cut = 3; cut <= key.Length - 3; cut++)
        {
            var left = MenuWord(key[..cut]);
            if (left < 0)
                continue;
            foreach (var link in Linking)
            {
                if (!key.AsSpan(cut).StartsWith(link, StringComparison.Ordinal) || key.Length - cut - link.Length < 3)
                    continue;
                var right = MenuWord(key[(cut + link.Length)..]);
                if (right < 0)
                    continue;
                found.Add(new([left, right], 1, Weights.Split, $"'{key}' written as one"));
                return;
            }
        }
    }

    private int MenuWord(string part)
    {
        if (menu.Words.Find(part) is >= 0 and var stem)
            return stem;
        return menu.SameFood.TryGetValue(Stem.Of(part), out var same) ? same[0] : -1;
    }
}
