using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Understanding.Screening;

/// <summary>Flags insults and swearing for people; what the message wants is decided elsewhere.</summary>
internal static class Rudeness
{
    private static readonly CueSet Insults = CueSet.Of(CueKind.Insult, CueKind.Threat);

    [ThreadStatic]
    private static List<Mark>? marks;

    public static string? Find(string text)
    {
        marks ??= [];
        MarkReader.Read(text, marks);
        var lexicon = CueLexicon.Default;
        var all = CueSet.None;
        for (var at = 0; at < marks.Count; at++)
        {
            // Most words begin nothing rude: looking the first one up is enough.
            if (lexicon.BeginsRudely(marks[at].Hash) && lexicon.Match(marks, at, 0, out var cues) > 0)
                all |= cues;
        }

        return all.HasAny(Insults) ? ScreenFlags.Insult
            : all.Has(CueKind.Swearing) ? ScreenFlags.Swearing
            : null;
    }
}
