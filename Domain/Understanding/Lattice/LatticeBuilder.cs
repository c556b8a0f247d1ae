using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>Lays out every way to read every stretch of the message: by the menu, by the lexicon, or as unknown.</summary>
internal sealed class LatticeBuilder(CompiledMenu menu, Phrases phrases, List<Token> tokens)
{
    private readonly List<WordReading>[] readings = new List<WordReading>[tokens.Count];
    private readonly List<Segment>[] lattice = new List<Segment>[tokens.Count];

    /// <summary>By first token: the segments that begin there. Every position has at least one.</summary>
    public List<Segment>[] Build()
    {
        var words = new WordReadings(menu, phrases);
        for (var at = 0; at < tokens.Count; at++)
        {
            lattice[at] = [];
            readings[at] = [];
            words.Find(tokens, at, readings[at]);
        }

        var names = new NameSegments(menu, phrases, tokens, readings);
        for (var at = 0; at < tokens.Count; at++)
        {
            names.AddTo(lattice[at], at);
            AddPhrases(at);
            AddRest(at);
        }

        return lattice;
    }

    private void AddPhrases(int at)
    {
        // The longest phrase wins: "instead of" is not "instead", "no more" is not "no".
        Segment? longest = null;
        var node = WordTrie.Root;
        for (var end = at; end < tokens.Count && tokens[end].Key.Length > 0 && node >= 0; end++)
        {
            node = phrases.Trie.Step(node, phrases.IdOf(tokens[end].Key));
            if (phrases.Trie.At(node) is { } meaning && meaning.Cue != Cue.Food)
                longest = Phrase(at, end + 1, meaning);
        }

        if (longest is not null)
            lattice[at].Add(longest);
    }

    // "A shot of honey" is honey, not a shot; but a bowl on the menu stays a bowl.
    private bool IsContainerOf(int start, int end, PhraseMeaning meaning) =>
        meaning.Cue == Cue.Container && end - start > 1 && NameWords.Joining.Contains(tokens[end - 1].Key)
        && !lattice[start].Exists(segment => segment is { Kind: SegmentKind.Item, IsWholeName: true } or { Kind: SegmentKind.Size, SizeSpelling: >= 0 } && segment.End == start + 1);

    private Segment Phrase(int start, int end, PhraseMeaning meaning)
    {
        var word = meaning.Cue is Cue.Common ? Weights.CommonWord : Weights.PhraseWord;
        var gain = word * (end - start) - Weights.SmallPiece + (IsContainerOf(start, end, meaning) ? Weights.ContainerOf : 0);
        return meaning.Cue switch
        {
            Cue.Quantity => new(SegmentKind.Number, start, end, gain) { Cue = Cue.Quantity, Value = meaning.Value },
            Cue.Times => new(SegmentKind.Times, start, end, gain) { Value = meaning.Value },
            Cue.Size => new(SegmentKind.Size, start, end, gain) { Cue = Cue.Size, SizeClass = meaning.Value },
            _ => new(SegmentKind.Phrase, start, end, gain) { Cue = meaning.Cue, Value = meaning.Value },
        };
    }

    private void AddRest(int at)
    {
        var token = tokens[at];
        switch (token.Kind)
        {
            case TokenKind.Comma or TokenKind.Stop or TokenKind.Line:
                lattice[at].Add(new(SegmentKind.Break, at, at + 1, 0) { Value = (int)token.Kind });
                return;
            case TokenKind.Number:
                lattice[at].Add(new(SegmentKind.Number, at, at + 1, Weights.PhraseWord - Weights.SmallPiece) { Cue = Cue.Quantity, Value = token.Value });
                return;
            case TokenKind.Times:
                lattice[at].Add(new(SegmentKind.Times, at, at + 1, Weights.PhraseWord - Weights.SmallPiece) { Value = Math.Max(1, token.Value) });
                return;
            case TokenKind.Noise:
                lattice[at].Add(new(SegmentKind.Phrase, at, at + 1, 0) { Cue = Cue.Common });
                return;
            case TokenKind.Emoji:
                lattice[at].Add(EmojiSegments.Of(menu, token, at));
                return;
        }

        var spoken = phrases.MeaningOf(token.Key);
        if (spoken is not null && spoken.Cue != Cue.Food)
            return;
        var food = spoken is { Cue: Cue.Food } || phrases.MeaningOf(Stem.Of(token.Key)) is { Cue: Cue.Food } || SameFood.IsThing(Stem.Of(token.Key));
        var gain = food ? Weights.UnknownFood : Weights.Unknown;
        lattice[at].Add(new(SegmentKind.Unknown, at, at + 1, gain) { IsFood = food });
    }
}
