using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>Lays out every way to read every stretch of the message: by the menu, by the lexicon, or as unknown.</summary>
internal sealed class LatticeBuilder
{
    private static readonly HashSet<string> OfWhat = ["them", "those", "these", "em", "which", "each"];

    private static readonly PhraseMeaning Common = new(Cue.Common, 0);

    private readonly WordReadings readings = new();
    private readonly NameSegments names;
    private readonly ThingSegments things;
    private CompiledMenu menu = null!;
    private Phrases phrases = null!;
    private Wording wording = null!;
    private ReadingLattice lattice = null!;

    public LatticeBuilder() => (names, things) = (new(readings), new(readings));

    /// <summary>Every position gets at least one segment.</summary>
    public void Build(CompiledMenu compiled, MenuTongue tongue, Wording words, ReadingLattice target)
    {
        (menu, phrases, wording, lattice) = (compiled, tongue.Phrases, words, target);
        readings.Read(compiled, phrases, words);
        names.Begin(compiled, tongue, words, target);
        things.Begin(compiled, words, target);
        lattice.Clear();
        for (var at = 0; at < wording.Count; at++)
        {
            lattice.NextToken();
            var end = IsBehindTitle(at) || Addressee.IsNamed(wording, at) ? at + 1 : Addressee.EndAt(wording, at);
            if (end > 0)
            {
                lattice.Lay(SegmentKind.Phrase, at, end, 0).Cue = Cue.Common;
                continue;
            }

            if (!IsRequest(at))
                names.AddAt(at);
            if (menu.ItemByNumber.Count > 0)
                CodeSegments.Add(menu, wording, lattice, at);
            if (menu.ItemByCode.Count > 0)
                CodeSegments.AddLettered(menu, wording, lattice, at);
            if (menu.SizeByMeasure.Count > 0)
                MeasureSegments.Add(menu, wording, lattice, at);
            AddPhrase(at);
            AddOthersDish(at);
            AddAllergy(at);
            things.AddAt(at);
            AddRest(at);
        }
    }

    // "Thanks, Pastor Greene" wants no greens; "for my father lamb" is lamb.
    private bool IsBehindTitle(int at) =>
        at > 0 && wording.At(at - 1).IsTitle && menu.Words.Find(wording.Tokens[at - 1].Key) < 0 && wording.Tokens[at].Kind == TokenKind.Word && wording.At(at).Alone is null or { Cue: Cue.Food }
        && (at == 1 || wording.Tokens[at - 2].Key is not ("my" or "his" or "her" or "our" or "your" or "the"));

    // "Can I get" asks for no can.
    private bool IsRequest(int at) => wording.Tokens[at].Key is "can" && at + 1 < wording.Count && wording.Tokens[at + 1].Key is "i" or "we" or "you" or "u" or "ya" or "yall";

    private void AddOthersDish(int at)
    {
        if (OthersDish.At(wording, at) is not { } others)
            return;
        var same = lattice.Lay(SegmentKind.Phrase, at, others.End, Weights.PhraseWord * (others.End - at) + Weights.ContainerOf);
        (same.Cue, same.Value) = (Cue.AsOther, others.Heading);
    }

    private void AddPhrase(int at)
    {
        // The longest phrase wins: "instead of" is not "instead", "no more" is not "no".
        var (end, found) = (at, (PhraseMeaning?)null);
        var shorter = found;
        var node = WordTrie.Root;
        for (var i = at; i < wording.Count && wording.Tokens[i].Key.Length > 0; i++)
        {
            node = phrases.Trie.Step(node, wording.At(i).Id);
            if (node < 0)
                break;
            if (phrases.Trie.At(node) is { } meaning && meaning.Cue != Cue.Food)
                (end, shorter, found) = (i + 1, end == i ? found : null, meaning);
        }

        if (found is null)
            return;

        // "Three of them": of what was named, so "of" goes with the word behind it.
        if (found.Cue == Cue.Quantity && shorter is { Cue: Cue.Quantity } && end < wording.Count && wording.Tokens[end - 1].Key == "of" && OfWhat.Contains(wording.Tokens[end].Key))
            (end, found) = (end - 1, shorter);
        LayPhrase(at, end, found);
        if (wording.Tokens[at].Key == "as" && IsSize(end - 1))
            LayPhrase(at, at + 1, Common);

        // "Make it a single", "a single espresso": one, or in that size.
        if (found.Cue == Cue.Quantity && end == at + 2 && wording.Tokens[end - 1].Key == "single")
            lattice.Lay(SegmentKind.Phrase, at, at + 1, IsSize(at + 1) ? Weights.PhraseWord + 0.5 : Weights.PhraseWord - Weights.SmallPiece).Cue = Cue.Article;

        // "Two of the kids meals" are for nobody yet.
        if (found.Cue == Cue.ForPerson && end == at + 2 && wording.At(at).Alone is { Cue: Cue.Article } article && menu.Words.Find(wording.Tokens[at + 1].Key) is >= 0 and var named && menu.ItemNamesWith[named].Length > 0)
            LayPhrase(at, at + 1, article);

        // "A baker's dozen", where that is sold.
        if (found.Cue == Cue.Quantity && wording.At(at).Alone is { Cue: Cue.Article } one && IsDish(at + 1, end))
            LayPhrase(at, at + 1, one);

        // "two kids" may be guests, or the beginning of "two kids meals".
        if (found.Cue == Cue.Topic && wording.At(at).Alone is { Cue: Cue.Quantity } count)
            LayPhrase(at, at + 1, count);
    }

    private bool IsDish(int at, int end)
    {
        var node = WordTrie.Root;
        for (; at < end && node >= 0; at++)
            node = menu.Words.Find(wording.Tokens[at].Key) is >= 0 and var stem ? menu.Names.Step(node, stem) : -1;
        return node > WordTrie.Root && menu.Names.At(node) is { Items.Count: > 0 };
    }

    // "As a main", "as a side", where dishes come so.
    private bool IsSize(int at) => menu.Words.Find(wording.Tokens[at].Key) is >= 0 and var stem && menu.Names.At(menu.Names.Step(WordTrie.Root, stem)) is { Sizes.Count: > 0 };

    // "A shot of honey" is honey, not a shot; but a bowl on the menu stays a bowl.
    private bool IsContainerOf(int start, int end, PhraseMeaning meaning)
    {
        if (meaning.Cue != Cue.Container || end - start < 2 || !wording.At(end - 1).IsJoining)
            return false;
        foreach (var segment in lattice.Here)
        {
            if (segment.End == start + 1 && segment is { Kind: SegmentKind.Item, IsWholeName: true } or { Kind: SegmentKind.Size, SizeSpelling: >= 0 })
                return false;
        }

        return true;
    }

    // "Nut allergy" asks for no nuts.
    private void AddAllergy(int at)
    {
        if (at + 1 < wording.Count && wording.Tokens[at].Kind == TokenKind.Word && Allergies.Tells(wording.Tokens[at + 1]))
            lattice.Lay(SegmentKind.Phrase, at, at + 2, Weights.Allergy).Cue = Cue.Topic;
    }

    private void LayPhrase(int start, int end, PhraseMeaning meaning)
    {
        var word = meaning.Cue is Cue.Common ? Weights.CommonWord : Weights.PhraseWord;
        var gain = word * (end - start) - Weights.SmallPiece + (IsContainerOf(start, end, meaning) || (meaning.Cue is Cue.Correction or Cue.Cancel && end - start > 1) ? Weights.ContainerOf : 0);
        var kind = meaning.Cue switch
        {
            Cue.Quantity => SegmentKind.Number,
            Cue.Times => SegmentKind.Times,
            Cue.Size => SegmentKind.Size,
            _ => SegmentKind.Phrase,
        };
        var phrase = lattice.Lay(kind, start, end, gain);
        if (kind != SegmentKind.Times)
            phrase.Cue = meaning.Cue;
        if (kind == SegmentKind.Size)
            phrase.SizeClass = meaning.Value;
        else
            phrase.Value = meaning.Value;
    }

    private void AddRest(int at)
    {
        var token = wording.Tokens[at];
        switch (token.Kind)
        {
            case TokenKind.Comma or TokenKind.Stop or TokenKind.Line:
                if (RepeatsNumber(at))
                    lattice.Lay(SegmentKind.Phrase, at, at + 3, 0).Cue = Cue.Filler;
                lattice.Lay(SegmentKind.Break, at, at + 1, 0).Value = (int)token.Kind;
                return;
            case TokenKind.Number:
                var number = lattice.Lay(SegmentKind.Number, at, at + 1, Weights.PhraseWord - Weights.SmallPiece);
                (number.Cue, number.Value) = (Cue.Quantity, token.Value);
                return;
            case TokenKind.Times:
                lattice.Lay(SegmentKind.Times, at, at + 1, Weights.PhraseWord - Weights.SmallPiece).Value = Math.Max(1, token.Value);
                return;
            case TokenKind.Noise:
                lattice.Lay(SegmentKind.Phrase, at, at + 1, 0).Cue = Cue.Common;
                return;
            case TokenKind.Emoji:
                EmojiSegments.Add(menu, lattice, token, at);
                return;
        }

        var spoken = wording.At(at).Alone;
        if (spoken is not null && spoken.Cue != Cue.Food)
            return;
        if (wording.At(at).IsTitle || FirstNames.IsNamed(wording, at))
        {
            lattice.Lay(SegmentKind.Phrase, at, at + 1, 0).Cue = Cue.Common;
            return;
        }

        var isFood = spoken is not null || IsFood(wording.At(at).Stem) || (Phrases.CodeOf(phrases.Language) == "de" && Compounds.EndsInFood(token.Key));
        lattice.Lay(SegmentKind.Unknown, at, at + 1, isFood ? Weights.UnknownFood : Weights.Unknown).IsFood = isFood;
    }

    // "2 (two) teas", "two (2) teas".
    private bool RepeatsNumber(int at) =>
        at > 0 && at + 2 < wording.Count && wording.Tokens[at].Key == Token.Open && wording.Tokens[at + 2].Key == Token.Close && NumberAt(at + 1) is > 0 and var number && number == NumberAt(at - 1);

    private int NumberAt(int at) =>
        wording.Tokens[at].Kind is TokenKind.Number or TokenKind.Times ? wording.Tokens[at].Value : wording.At(at).Alone is { Cue: Cue.Quantity, Value: var value } ? value : 0;

    private bool IsFood(string stem) => phrases.MeaningOf(stem) is { Cue: Cue.Food } || SameFood.IsThing(stem);
}
