using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Understanding.Screening;

/// <summary>Flags insults and swearing for people; what the message wants is decided elsewhere.</summary>
internal static class Rudeness
{
    [ThreadStatic]
    private static List<Mark>? marks;

    public static string? Find(string text)
    {
        marks ??= [];
        MarkReader.Read(text, marks);
        var lexicon = CueLexicon.Default;
        var all = CueSet.None;
        for (var at = 0; at < marks.Count;)
        {
            at += Math.Max(1, lexicon.Match(marks, at, 0, out var cues));
            all |= cues;
        }

        return all.HasAny(CueSet.Of(CueKind.Insult, CueKind.Threat)) ? ScreenFlags.Insult
            : all.Has(CueKind.Swearing) ? ScreenFlags.Swearing
            : null;
    }
}
