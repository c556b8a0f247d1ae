namespace Restaurant.Domain.Understanding.Intents;

/// <summary>What the reading found, beside what is said around it.</summary>
internal static class ReadingFeatures
{
    public static void Add(FeatureList features, List<Mark> placed, List<FoundCue> found, ScreenedMessage message, OrderReading reading)
    {
        var (words, dishes) = (0, 0);
        foreach (var mark in placed)
        {
            words += mark.Kind is MarkKind.Word ? 1 : 0;
            dishes += mark.Kind is MarkKind.Dish ? 1 : 0;
        }

        var lines = (ulong)Math.Min(reading.Lines.Count, 3);
        var unknown = (ulong)Math.Min(reading.Unmatched.Count, 2);
        features.Add(20, lines);
        features.Add(21, Letters.Join(lines, unknown));
        features.Add(22, Letters.Join(lines, (ulong)Math.Min(words, 40) / 4));
        features.Add(23, Letters.Join(found.Count == 0 ? 0UL : 1UL, Letters.Join(lines, unknown)));
        features.Add(24, (ulong)(dishes * 4 / Math.Max(1, words + dishes)));
        var all = CueSet.None;
        foreach (var cue in found)
            all |= cue.Cues;
        features.Add(25, Letters.Join(lines, all.Has(CueKind.Request) ? 1UL : 0) ^ (all.Has(CueKind.Question) ? 16UL : 0));
        foreach (var flag in message.Flags)
            features.Add(26, Letters.Hash(flag));
    }
}
