using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Enquiries;

/// <summary>The proposed answer to an order of which nothing is on the menu. A person reads it before it is sent.</summary>
public static class NotOnMenuDraft
{
    private const int MostOffered = 3;

    /// <param name="language">Two letters; the answer is in English where we do not write the language.</param>
    /// <returns>Empty where nothing was asked for.</returns>
    public static string Write(IReadOnlyList<UnmatchedPhrase> unmatched, string language)
    {
        if (unmatched.Count == 0)
            return "";

        var words = Words.For(language);
        var missing = words.Join(unmatched.Select(phrase => phrase.Words));
        var nearest = unmatched
            .SelectMany(phrase => phrase.Candidates)
            .OrderByDescending(candidate => candidate.Score)
            .Select(candidate => candidate.Item)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostOffered)
            .ToList();

        var sorry = words.Sorry.Replace("{0}", missing, StringComparison.Ordinal);
        return nearest.Count == 0
            ? sorry + words.Space + words.Ask
            : sorry + words.Space + words.Instead.Replace("{0}", words.Join(nearest, or: true), StringComparison.Ordinal);
    }

    private sealed record Words(string Sorry, string Instead, string Ask, string Comma, string And, string Or, string Space = " ")
    {
        private static readonly Words English = new(
            "Sorry, we do not have {0} on the menu.", "Would you like {0} instead?", "May we send you the menu?", ", ", " and ", " or ");

        private static readonly Dictionary<string, Words> Others = new(StringComparer.Ordinal)
        {
            ["es"] = new("Lo sentimos, no tenemos {0} en la carta.", "¿Le apetece {0} en su lugar?", "¿Le enviamos la carta?", ", ", " y ", " o "),
            ["fr"] = new(
                "Désolé, nous n'avons pas {0} à la carte.", "Souhaitez-vous {0} à la place ?", "Voulez-vous recevoir la carte ?", ", ", " et ", " ou "),
            ["de"] = new(
                "Leider haben wir {0} nicht auf der Karte.", "Möchten Sie stattdessen {0}?", "Dürfen wir Ihnen die Karte schicken?", ", ", " und ", " oder "),
            ["it"] = new(
                "Ci dispiace, non abbiamo {0} nel menù.", "Desidera invece {0}?", "Possiamo inviarle il menù?", ", ", " e ", " o "),
            ["ja"] = new(
                "申し訳ございません。{0}はメニューにございません。", "代わりに{0}はいかがでしょうか。", "メニューをお送りしましょうか。", "、", "と", "か", ""),
        };

        public static Words For(string language) => Others.GetValueOrDefault(language, English);

        public string Join(IEnumerable<string> names, bool or = false)
        {
            var all = names.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            return all.Count < 2 ? string.Concat(all) : string.Join(Comma, all[..^1]) + (or ? Or : And) + all[^1];
        }
    }
}
