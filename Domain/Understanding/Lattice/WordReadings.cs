using System.Runtime.InteropServices;
using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>One way to take a word of the message as words of the menu.</summary>
/// <param name="Length">Tokens used: 2 where the customer wrote apart what the menu writes together.</param>
/// <param name="Words">How many words of the customer's it explains: two where they wrote as one what the menu writes apart.</param>
/// <param name="IsOfDishes">Only names of dishes may have it: the same word names extras, too, and there it means itself.</param>
internal readonly record struct WordReading(int[] Stems, int Length, double Cost, string? Why, int Words, bool IsOfDishes = false);

/// <summary>Finds the menu words a token may be: as written, as another form, as the same food, joined, split or misspelt.</summary>
internal sealed class WordReadings
{
    public const string Slip = " is a slip for ";

    private static readonly string[] Linking = ["", "n", "s", "en"];

    private readonly List<WordReading> all = [];
    private readonly List<int> from = [];
    private readonly List<Typo> typos = [];
    private CompiledMenu menu = null!;
    private Phrases phrases = null!;
    private int here;

    public ReadOnlySpan<WordReading> At(int token) => CollectionsMarshal.AsSpan(all)[from[token]..from[token + 1]];

    public void Read(CompiledMenu compiled, Phrases lexicon, Wording wording)
    {
        (menu, phrases) = (compiled, lexicon);
        all.Clear();
        from.Clear();
        for (var at = 0; at < wording.Count; at++)
        {
            from.Add(here = all.Count);
            Find(wording, at);
        }

        from.Add(all.Count);
    }

    private bool IsFound => all.Count > here;

    private void Find(Wording wording, int at)
    {
        var token = wording.Tokens[at];
        if (token.Key.Length == 0 || token.Kind is TokenKind.Emoji)
            return;

        var word = wording.At(at);
        all.AddRange(word.Named ??= Named(token.Key, word.Stem));
        if (!IsFound && FirstNames.IsNamed(wording, at))
            return;
        if (phrases.Language == 0)
            AddOtherEndings(wording, at, word.Stem);
        AddNextJoined(wording.Tokens, at);
        AddPhrases(wording, at, phrases.Language != 0 || word.Alone is null or { Cue: Cue.Food or Cue.Descriptor or Cue.Generic or Cue.Common });
        if (KatakanaIndex.IsKatakana(token.Key[0]) && !IsFound && word.Alone is null && !SameFood.Knows(word.Stem))
            AddSounding(token.Key);
        all.AddRange(word.Others ??= Others(token.Key, word));
        if (IsClear() || token.Kind != TokenKind.Word || (!IsFound && (word.Alone is not null || phrases.MeaningOf(word.Stem) is not null || SameFood.Knows(word.Stem))))
            return;

        if (IsFound)
            Guess(token.Key, word.Stem);
        else
            all.AddRange(word.Guesses ??= Guesses(token.Key, word.Stem));
    }

    private WordReading[] Named(string key, string stem)
    {
        var direct = menu.Words.BySpelling(key);
        if (direct >= 0)
            Add(direct, 0);
        else if (menu.Words.ByStem(stem) is >= 0 and var form)
            Add(form, Weights.OtherForm);
        else if (key is [_, _, .., 'i' or 'u', 's'] && menu.Words.BySpelling(WordPool.Get(key.AsSpan(0, key.Length - 1))) is >= 0 and var foreign)
            Add(foreign, Weights.OtherForm);
        else if (ForeignPlurals.Find(menu.Words, key, phrases) is >= 0 and var singular)
            Add(singular, Weights.OtherForm);
        else if (key is [_, _, 's'] && menu.Words.BySpelling(WordPool.Get(key.AsSpan(0, 2))) is >= 0 and var letters)
            Add(letters, Weights.OtherForm);
        if (key == "the" && phrases.IsFrench && menu.Words.BySpelling("thé") is >= 0 and var tea)
            Add(tea, Weights.OtherForm);
        if (Spellings.Of(key) is { } otherwise && menu.Words.Find(otherwise) is >= 0 and var number && number != direct)
            Add(number, 0);
        return TakeNew();
    }

    private WordReading[] Others(string key, KnownWord word)
    {
        var before = all.Count;
        var direct = menu.Words.BySpelling(key);
        if (MayBeTranslated(word.Alone, word.Stem) || IsOfTongue(word))
        {
            var isOfDishes = direct >= 0 && phrases.Language == 0 && !IsShortForm(direct);
            foreach (var other in menu.SameFood.From(word.Thing, phrases.Language).Where(other => menu.Words[other] != word.Stem))
            {
                if (!isOfDishes || menu.ItemNamesWith[other].Length > 0)
                    all.Add(new(menu.Alone[other], 1, Weights.SameFood, $"'{key}' means {menu.Words[other]}", 1, isOfDishes));
            }
        }

        if (menu.OtherNames.TryGetValue(word.Stem, out var names))
        {
            foreach (var other in names)
                Add(other, Weights.SameFood);
        }

        if (menu.Joined.TryGetValue(word.Stem, out var parts))
            all.Add(new(parts, 1, Weights.Joined, null, 2));
        return TakeNew(before);
    }

    // "Choc" of the mint choc chip is short for chocolate elsewhere, too: by itself it names no extra.
    private bool IsShortForm(int word)
    {
        foreach (var modifier in menu.ModifiersWith[word])
        {
            foreach (var name in menu.Modifiers[modifier].Names)
            {
                if (name.Head == word || name.Stems.All(stem => stem == word || NameWords.IsCarrier(menu.Words[stem])))
                    return false;
            }
        }

        return menu.ModifiersWith[word].Length > 0;
    }

    private WordReading[] Guesses(string key, string stem)
    {
        Guess(key, stem);
        return TakeNew();
    }

    private void AddSounding(string key) =>
        all.AddRange(menu.Katakana.Value.Find(key).Select(sounding => new WordReading(sounding, 1, Weights.SameFood, $"'{key}' sounds like {menu.Words[sounding[0]]}", 1)));

    // Takes what was just added away again, to keep it.
    private WordReading[] TakeNew() => TakeNew(here);

    private WordReading[] TakeNew(int from)
    {
        WordReading[] taken = [.. CollectionsMarshal.AsSpan(all)[from..]];
        CollectionsMarshal.SetCount(all, from);
        return taken;
    }

    // A word of a menu may be another word in another language: "pan" is bread and a crust, "doppio" is much and double.
    // A word of the menu, too: "veg moussaka" is its vegetable moussaka, even where another dish is called a veg kebab.
    private bool MayBeTranslated(PhraseMeaning? meaning, string stem) => phrases.Language == 0
        ? (meaning is null or { Cue: Cue.Food or Cue.Generic } || (meaning is { Cue: Cue.Descriptor } && !SameFood.IsThing(stem)))
        : meaning is null or { Cue: Cue.Food or Cue.Descriptor or Cue.Extra or Cue.Container };

    // Ordinary English may be food in the tongue of the message: "senza sale".
    private bool IsOfTongue(KnownWord word) =>
        phrases.Language != 0 && word is { Alone.Cue: Cue.Common, Thing: >= 0 } && (FoodLines.Vocabulary.LanguagesOf(word.Thing) & (1 << phrases.Language)) != 0;

    private bool IsClear()
    {
        foreach (ref readonly var reading in CollectionsMarshal.AsSpan(all)[here..])
        {
            if (reading.Cost < Weights.SameFood)
                return true;
        }

        return false;
    }

    private void Guess(string key, string stem)
    {
        if (!IsFound)
            AddSplit(key);
        typos.Clear();
        menu.Typos.Find(stem, typos);
        if (typos.Count == 0 && stem.Length != key.Length)
            menu.Typos.Find(key, typos);
        if (typos.Count == 0 && !IsFound)
        {
            foreach (var longer in menu.Words.ByBeginning(stem))
                Add(longer, Weights.Shortened, $"'{key}' is short for {menu.Words[longer]}");
        }

        foreach (var typo in typos)
            Add(typo.Stem, typo.Cost, $"'{key}'{Slip}{menu.Words[typo.Stem]}");
    }

    private void Add(int stem, double cost, string? why = null, int length = 1) => all.Add(new(menu.Alone[stem], length, cost, why, length));

    // "Ice tea", "bottle water": the ending that the menu writes is left out, or put in, where the name goes on with the next word.
    private void AddOtherEndings(Wording wording, int at, string stem)
    {
        if (!menu.OtherEndings.TryGetValue(stem, out var others) || at + 1 >= wording.Count || menu.Words.Find(wording.Tokens[at + 1].Key) is not (>= 0 and var next))
            return;
        foreach (var other in others)
        {
            foreach (var name in menu.ItemNamesWith[other])
            {
                if (!menu.ItemNames[name].Stems.AsSpan().Contains(next))
                    continue;
                Add(other, Weights.OtherEnding, "another ending of the word");
                break;
            }
        }
    }

    private void AddNextJoined(List<Token> tokens, int at)
    {
        if (at + 1 >= tokens.Count || tokens[at] is not { Kind: TokenKind.Word, Length: > 1 } first || tokens[at + 1] is not { Kind: TokenKind.Word, Length: > 1 } next)
            return;
        Span<char> both = stackalloc char[48];
        if (first.Key.Length + next.Key.Length > both.Length)
            return;
        first.Key.CopyTo(both);
        next.Key.CopyTo(both[first.Key.Length..]);
        if (menu.Words.Find(both[..(first.Key.Length + next.Key.Length)]) is >= 0 and var whole)
            Add(whole, Weights.Joined, length: 2);
    }

    // "Perrito caliente", "citron vert", "choc shake": phrases for what the menu calls otherwise.
    /// <param name="mayBeAlone">Whether the word may lead to something by itself: "small" may not, "small beer" may.</param>
    private void AddPhrases(Wording wording, int at, bool mayBeAlone)
    {
        var node = menu.SamePhrases.Step(WordTrie.Root, wording.At(at).Thing);
        for (var end = at + 1; node >= 0;)
        {
            if ((mayBeAlone || end - at > 1) && menu.SamePhrases.At(node) is { } targets)
            {
                foreach (var (stems, isOfDishes) in targets)
                    all.Add(new(stems, end - at, stems.Length > end - at ? Weights.SaysLess : Weights.SameFood, $"'{wording.Tokens[at].Key}' means {menu.Words[stems[0]]}", end - at, isOfDishes));
            }

            while (end < wording.Count && wording.At(end).IsJoining)
                end++;
            if (end >= wording.Count || wording.Tokens[end].Kind != TokenKind.Word)
                return;
            node = menu.SamePhrases.Step(node, wording.At(end++).Thing);
        }
    }

    // "garlicbread", "Orangensaft": two menu words written as one.
    private void AddSplit(string key)
    {
        for (var cut = 3; cut <= key.Length - 3; cut++)
        {
            var left = MenuWord(key.AsSpan(0, cut));
            if (left < 0)
                continue;
            foreach (var link in Linking)
            {
                if (!key.AsSpan(cut).StartsWith(link, StringComparison.Ordinal) || key.Length - cut - link.Length < 3)
                    continue;
                var right = MenuWord(key.AsSpan(cut + link.Length));
                if (right < 0)
                    continue;
                all.Add(new([left, right], 1, Weights.Split, $"'{key}' is written as one word", 2));
                return;
            }
        }
    }

    private int MenuWord(ReadOnlySpan<char> part)
    {
        if (menu.Words.Find(part) is >= 0 and var stem)
            return stem;
        return menu.SameFood.From(SamePhrases.IdOf(Stem.Of(WordPool.Get(part))), phrases.Language).FirstOrDefault(-1);
    }
}
