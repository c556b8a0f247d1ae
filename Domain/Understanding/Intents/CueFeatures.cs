using System.Numerics;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>The cues in their order, clause by clause, and the whole message at a glance.</summary>
internal static class CueFeatures
{
    private const ulong FirstKind = 1000;
    private static readonly ulong Silent = CueSet.Of(CueKind.Polite, CueKind.Number, CueKind.Without, CueKind.Food).Bits;

    public static void Add(FeatureList features, List<Mark> placed, List<FoundCue> found, OrderReading reading)
    {
        var previous = 60UL;
        var clause = new Clause();
        var (next, clauses, kinds) = (0, 0, 0UL);
        for (var i = 0; i <= placed.Count; i++)
        {
            if (next < found.Count && found[next].At == i)
            {
                var bits = found[next++].Cues.Bits;
                AddCue(features, bits, isFirst: clause.Words == 0);
                clause.Cues |= new CueSet(bits);
                features.Add(6, Letters.Join(previous, bits));
                previous = bits;
            }

            if (i == placed.Count || placed[i].Kind is MarkKind.Break or MarkKind.Question or MarkKind.Exclamation)
            {
                clause.IsQuestion = i < placed.Count && placed[i].Kind == MarkKind.Question;
                if (!clause.IsEmpty)
                    kinds |= AddClause(features, clause, clauses++);
                clause = default;
            }
            else if (placed[i].Kind is MarkKind.Dish or MarkKind.Unknown)
            {
                var dish = (ulong)placed[i].Kind + 100;
                features.Add(6, Letters.Join(previous, dish));
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

        features.Add(7, previous);
        AddPicture(features, found, kinds, reading);
    }

    private static void AddCue(FeatureList features, ulong bits, bool isFirst)
    {
        for (; bits != 0; bits &= bits - 1)
        {
            features.Add(4, Kind(bits));
            if (isFirst)
                features.Add(5, Kind(bits));
        }
    }

    private static void AddPicture(FeatureList features, List<FoundCue> found, ulong clauses, OrderReading reading)
    {
        var all = 0UL;
        foreach (var cue in found)
            all |= CueGroups.Of(cue.Cues);
        var food = (reading.Lines.Count > 0 ? 1UL : 0) | (reading.Unmatched.Count > 0 ? 2UL : 0) | (reading.Mentions.Count > 0 ? 4UL : 0);
        features.Add(30, Letters.Join(all, food));
        features.Add(31, all);
        features.Add(32, clauses);
        features.Add(33, Letters.Join(clauses, food));
        for (var bits = all; bits != 0; bits &= bits - 1)
            features.Add(34, Letters.Join(bits & (0 - bits), clauses));
        if ((all & CueGroups.Rude) == 0)
            features.Add(35, 0);
    }

    /// <returns>What kinds of clause this is, for the picture of the whole.</returns>
    private static ulong AddClause(FeatureList features, Clause clause, int number)
    {
        var groups = CueGroups.Of(clause.Cues);
        features.Add(14, Letters.Join(groups, (clause.Dishes > 0 ? 1UL : 0) | (clause.IsQuestion ? 2UL : 0)));
        var shape = (clause.Dishes > 0 ? 1UL : 0) | (clause.IsQuestion ? 2UL : 0) | (clause.FirstIsDish ? 4UL : 0);
        features.Add(8, shape);
        features.Add(9, Letters.Join((ulong)Math.Min(number, 2), shape));
        for (var bits = clause.Cues.Bits; bits != 0; bits &= bits - 1)
        {
            features.Add(10, Letters.Join(Kind(bits), shape));
            if (number == 0)
                features.Add(11, Kind(bits));
        }

        var known = clause.Cues.Bits & ~Silent;
        features.Add(12, Letters.Join(known, shape));
        for (var one = known; one != 0; one &= one - 1)
        {
            for (var other = one & (one - 1); other != 0; other &= other - 1)
                features.Add(13, Letters.Join(Letters.Join(Kind(one), Kind(other)), shape & 1));
        }

        return KindsOf(clause, groups);
    }

    private static ulong KindsOf(Clause clause, ulong groups)
    {
        var isTold = (groups & (CueGroups.Topic | CueGroups.Trouble | CueGroups.Told | CueGroups.Check | CueGroups.Maybe)) != 0;
        var kinds = (groups & CueGroups.Ask) != 0 && !isTold ? (clause.Dishes > 0 ? 1UL : 2UL)
            : clause.Dishes > 0 && clause.FirstIsDish && !isTold && !clause.IsQuestion ? 4UL
            : clause.Dishes > 0 ? 8UL
            : 0;
        kinds |= (groups & CueGroups.Trouble) != 0 ? 16UL : (groups & (CueGroups.Topic | CueGroups.Check)) != 0 ? 32UL : 0;
        kinds |= clause.IsQuestion ? 64UL : 0;
        return kinds | (clause.Dishes > 0 && groups == 0 && !clause.IsQuestion ? 128UL : 0);
    }

    // The lowest of the bits: kinds are taken one by one, the lowest first.
    private static ulong Kind(ulong bits) => FirstKind + (ulong)BitOperations.TrailingZeroCount(bits);

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
