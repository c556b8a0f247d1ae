namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>Adds to a reason what it speaks of, words of the message in quotation marks: a food was passed over (“flat white”).</summary>
internal static class QuotedWords
{
    private const int MostQuotes = 3;
    private const int LongestQuote = 40;
    private const int LongestOrder = 90;
    private const double WholeName = 0.98;

    /// <param name="figures">What the reason is made of.</param>
    public static string After(string why, string text, List<string> figures, List<DoubtfulWords> marks, OrderReading reading)
    {
        if (figures.Contains("close") && reading.RunnerUp is { Order.Length: <= LongestOrder } other)
            return $"{why} ({other.Order})";
        var quotes = Joined(text, marks.Where(mark => figures.Contains(mark.Figure)))
            .Concat(figures.Contains("mentions") ? reading.Mentions.Select(line => line.Words) : [])
            .Concat(figures.Contains("line") ? reading.Lines.Where(line => line.Confidence < WholeName).Select(line => line.Words) : [])
            .Select(words => words.Trim())
            .Where(words => words.Length is > 0 and <= LongestQuote)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostQuotes)
            .ToList();
        return quotes.Count == 0 ? why : $"{why} ({string.Join(", ", quotes.Select(words => $"\u201c{words}\u201d"))})";
    }

    // Words that follow each other are one quotation.
    private static List<string> Joined(string text, IEnumerable<DoubtfulWords> marks)
    {
        var joined = new List<(int Start, int End)>();
        foreach (var mark in marks.OrderBy(mark => mark.Start))
        {
            var end = Math.Min(text.Length, mark.Start + mark.Length);
            if (joined.Count > 0 && string.IsNullOrWhiteSpace(text[Math.Min(joined[^1].End, mark.Start)..mark.Start]))
                joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, end));
            else
                joined.Add((mark.Start, end));
        }

        return [.. joined.Select(part => text[part.Start..part.End])];
    }
}
