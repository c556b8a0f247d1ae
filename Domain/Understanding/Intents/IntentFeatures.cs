namespace Restaurant.Domain.Understanding.Intents;

/// <summary>
/// Turns a message and its reading into features, each a hash: words and their neighbours (dishes and numbers stand for all dishes and
/// numbers, so that nothing is learned about one menu), the cues in their order and clause by clause, and what the reading found.
/// </summary>
internal sealed class IntentFeatures
{
    private const int MostMarks = 400;

    [ThreadStatic]
    private static IntentFeatures? shared;

    private readonly List<Mark> marks = [];
    private readonly List<Mark> placed = [];
    private readonly List<CueSet> cues = [];
    private readonly List<ulong> symbols = [];
    private readonly List<ulong> features = [];
    private readonly List<FoundCue> found = [];
    private string text = "";
    private ulong clauseKinds;

    private IntentFeatures()
    {
    }

    /// <summary>Its lists are used again for the next message: take what is needed before the next call on the same thread.</summary>
    public static IntentFeatures Of(ScreenedMessage message, OrderReading reading, HashSet<ulong> vocabulary)
    {
        shared ??= new();
        shared.Read(message, reading, vocabulary);
        return shared;
    }

    public IReadOnlyList<ulong> All => features;

    /// <summary>The cues in the order of the words.</summary>
    public IReadOnlyList<FoundCue> Found => found;

    /// <summary>The words as they are counted for the vocabulary.</summary>
    public IEnumerable<ulong> Words => placed.Where(mark => mark.Kind == MarkKind.Word).Select(mark => mark.Hash);

    public string WordsOf(FoundCue cue) => text[cue.Start..cue.End];

    private void Read(ScreenedMessage message, OrderReading reading, HashSet<ulong> vocabulary)
    {
        text = message.Readable;
        features.Clear();
        found.Clear();
        MarkReader.Read(text, marks);
        if (marks.Count > MostMarks)
            marks.RemoveRange(MostMarks, marks.Count - MostMarks);
        var lexicon = CueLexicon.Default;
        for (var i = 0; i < marks.Count; i++)
        {
            if (marks[i].Kind == MarkKind.Word)
                marks[i] = marks[i] with { Hash = lexicon.Usual(marks[i].Hash, text.AsSpan(marks[i].Start, marks[i].Length), vocabulary) };
        }

        var language = CueLexicon.LanguageIndex(message.Language);
        FindCues(lexicon, language, marks);
        Placeholders.Put(text, reading, marks, placed, IsAboutUs);
        FindCues(lexicon, language, placed);
        AddWords(lexicon, vocabulary);
        AddCues(reading);
        AddReading(message, reading);
    }

    private bool IsAboutUs(Mark mark)
    {
        foreach (var cue in found)
        {
            if (cue.Start <= mark.Start && mark.End <= cue.End && cue.Cues.HasAny(CueGroups.AboutUs))
                return true;
        }

        return false;
    }

    private void FindCues(CueLexicon lexicon, int language, List<Mark> among)
    {
        cues.Clear();
        found.Clear();
        while (cues.Count < among.Count)
        {
            var at = cues.Count;
            var taken = lexicon.Match(among, at, language, out var set);
            if (taken > 0)
                found.Add(new(set, among[at].Start, among[at + taken - 1].End, at));
            cues.Add(set);
            for (var i = 1; i < taken; i++)
                cues.Add(set);
        }
    }

    private void AddWords(CueLexicon lexicon, HashSet<ulong> vocabulary)
    {
        symbols.Clear();
        symbols.Add(1);
        for (var i = 0; i < placed.Count; i++)
        {
            var mark = placed[i];
            if (mark.Kind == MarkKind.Break)
                continue;
            var symbol = mark.Kind != MarkKind.Word ? (ulong)mark.Kind + 100
                : cues[i].Has(CueKind.Food) ? 50
                : lexicon.Knows(mark.Hash) || vocabulary.Contains(mark.Hash) ? mark.Hash
                : 51;

            // A run of words that say nothing is one.
            if (symbol is not (50 or 51) || symbols[^1] != symbol)
                symbols.Add(symbol);
        }

        symbols.Add(2);
        for (var i = 0; i < symbols.Count; i++)
        {
            Add(1, symbols[i]);
            if (i > 0)
                Add(2, Letters.Join(symbols[i - 1], symbols[i]));
        }
    }

    private void AddCues(OrderReading reading)
    {
        var previous = 60UL;
        var clause = new Clause();
        var next = 0;
        var clauses = 0;
        for (var i = 0; i <= placed.Count; i++)
        {
            if (next < found.Count && found[next].At == i)
            {
                var bits = found[next++].Cues.Bits;
                clause.Cues |= new CueSet(bits);
                foreach (var kind in Kinds(bits))
                {
                    Add(4, kind);
                    if (clause.Words == 0)
                        Add(5, kind);
                }

                Add(6, Letters.Join(previous, bits));
                previous = bits;
            }

            if (i == placed.Count || placed[i].Kind is MarkKind.Break or MarkKind.Question or MarkKind.Exclamation)
            {
                clause.IsQuestion = i < placed.Count && placed[i].Kind == MarkKind.Question;
                if (!clause.IsEmpty)
                    AddClause(clause, clauses++);
                clause = default;
            }
            else if (placed[i].Kind is MarkKind.Dish or MarkKind.Unknown)
            {
                var dish = (ulong)placed[i].Kind + 100;
                Add(6, Letters.Join(previous, dish));
                previous = dish;
                clause.Dishes++;
                clause.FirstIsDish |= clause.Words == 0;
                clause.Words++;
            }
            else if (placed[i].Kind is MarkKind.Word)
            {
                clause.Words++;
            }
        }

        Add(7, previous);
        AddPicture(reading);
    }

    /// <summary>The whole message at a glance: which groups of cues there are, and what kinds of clauses.</summary>
    private void AddPicture(OrderReading reading)
    {
        var all = 0UL;
        foreach (var cue in found)
            all |= CueGroups.Of(cue.Cues);
        var food = (reading.Lines.Count > 0 ? 1UL : 0) | (reading.Unmatched.Count > 0 ? 2UL : 0) | (reading.Mentions.Count > 0 ? 4UL : 0);
        Add(30, Letters.Join(all, food));
        Add(31, all);
        Add(32, clauseKinds);
        Add(33, Letters.Join(clauseKinds, food));
        for (var bits = all; bits != 0; bits &= bits - 1)
            Add(34, Letters.Join(bits & (0 - bits), clauseKinds));
        if ((all & CueGroups.Rude) == 0)
            Add(35, 0);
        clauseKinds = 0;
    }

    private void AddClause(Clause clause, int number)
    {
        var groups = CueGroups.Of(clause.Cues);
        var isTold = (groups & (CueGroups.Topic | CueGroups.Trouble | CueGroups.Told | CueGroups.Check | CueGroups.Maybe)) != 0;
        clauseKinds |= (groups & CueGroups.Ask) != 0 && !isTold ? (clause.Dishes > 0 ? 1UL : 2UL)
            : clause.Dishes > 0 && clause.FirstIsDish && !isTold && !clause.IsQuestion ? 4UL
            : clause.Dishes > 0 ? 8UL
            : 0;
        clauseKinds |= (groups & CueGroups.Trouble) != 0 ? 16UL : (groups & (CueGroups.Topic | CueGroups.Check)) != 0 ? 32UL : 0;
        clauseKinds |= clause.IsQuestion ? 64UL : 0;
        clauseKinds |= clause.Dishes > 0 && groups == 0 && !clause.IsQuestion ? 128UL : 0;
        Add(14, Letters.Join(groups, (clause.Dishes > 0 ? 1UL : 0) | (clause.IsQuestion ? 2UL : 0)));
        var shape = (clause.Dishes > 0 ? 1UL : 0) | (clause.IsQuestion ? 2UL : 0) | (clause.FirstIsDish ? 4UL : 0);
        Add(8, shape);
        Add(9, Letters.Join((ulong)Math.Min(number, 2), shape));
        foreach (var kind in Kinds(clause.Cues.Bits))
        {
            Add(10, Letters.Join(kind, shape));
            if (number == 0)
                Add(11, kind);
        }

        var known = clause.Cues.Bits & ~CueSet.Of(CueKind.Polite, CueKind.Number, CueKind.Without, CueKind.Food).Bits;
        Add(12, Letters.Join(known, shape));
        foreach (var one in Kinds(known))
        {
            foreach (var other in Kinds(known))
            {
                if (one < other)
                    Add(13, Letters.Join(Letters.Join(one, other), shape & 1));
            }
        }
    }

    private void AddReading(ScreenedMessage message, OrderReading reading)
    {
        var words = placed.Count(mark => mark.Kind is MarkKind.Word);
        var dishes = placed.Count(mark => mark.Kind is MarkKind.Dish);
        var lines = (ulong)Math.Min(reading.Lines.Count, 3);
        var unknown = (ulong)Math.Min(reading.Unmatched.Count, 2);
        Add(20, lines);
        Add(21, Letters.Join(lines, unknown));
        Add(22, Letters.Join(lines, (ulong)Math.Min(words, 40) / 4));
        Add(23, Letters.Join((ulong)found.Count == 0 ? 0UL : 1UL, Letters.Join(lines, unknown)));
        Add(24, (ulong)(dishes * 4 / Math.Max(1, words + dishes)));
        var all = CueSet.None;
        foreach (var cue in found)
            all |= cue.Cues;
        Add(25, Letters.Join(lines, all.Has(CueKind.Request) ? 1UL : 0) ^ (all.Has(CueKind.Question) ? 16UL : 0));
        foreach (var flag in message.Flags)
            Add(26, Letters.Hash(flag));
    }

    private void Add(ulong kind, ulong value) => features.Add(Letters.Join(kind * 0x51_7C_C1B7_2722_0A95UL, value));

    private static IEnumerable<ulong> Kinds(ulong bits)
    {
        for (; bits != 0; bits &= bits - 1)
            yield return 1000UL + (ulong)System.Numerics.BitOperations.TrailingZeroCount(bits);
    }

    private struct Clause
    {
        public CueSet Cues;
        public int Dishes;
        public int Words;
        public bool FirstIsDish;
        public bool IsQuestion;

        public readonly bool IsEmpty => Words == 0 && Cues.IsEmpty;
    }
}

/// <param name="At">Position among the marks.</param>
internal readonly record struct FoundCue(CueSet Cues, int Start, int End, int At);
