namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>What tells a clear message from an unclear one, in figures of about the same size.</summary>
public static class ConfidenceFigures
{
    // So many portions are a party's, so many of one extra are a slip: a person looks.
    private const int Crowd = 24;
    private const int Heap = 6;

    // More of a dish without a size may be the pieces of one portion.
    private const int Portions = 3;

    private const double Close = 0.5;
    private const double Equal = 0.1;

    // Below this the words around the dishes say something else too.
    private const double Clear = 0.9;

    // What a word is worth where nearly all of them are dishes and extras.
    private const double WellSpent = 1.6;

    private const int Doubt = 4;

    private static readonly Figure[] Talk =
    [
        new("intent", 1), new("dishes", -1, "dishes are named"), new("unknown", -1, "something not on the menu is named"), new("length", 0),
    ];

    private static readonly Figure[] Orders =
    [
        new("line", 1, "not all is said by its whole name", Good: 2),
        new("worth", 1, "few of its words are on the menu", Good: 1),
        new("close", -1, "another reading is about as good"),
        new("equal", -1, "another reading is about as good"),
        new("doubt", -1, "it can be meant in two ways"),
        new("unclear", -1, "it may be no order"),
        new("foreign", -1, "it is not in English"),
        new("behind", -1, "a word beside a dish is unknown"),
        new("odd", -1, "a word right before a dish was not used"),
        new("amid", -1, "words amid the order were not used"),
        new("foods", -1, "a food was passed over"),
        new("lost", -1, "a number or a \"with\" found no place"),
        new("each", -1, "it speaks of each, both or all"),
        new("owners", -1, "it says what is whose"),
        new("pointed", -1, "a dish is named again as one already known"),
        new("uncounted", -1, "a dish is named again without a count"),
        new("many", -1, "several of a dish are wanted"),
        new("heap", -1, "an extra is wanted more than once"),
        new("kinds", -1, "one of several got two extras of a kind"),
        new("mentions", -1, "a dish is named that was not taken as asked for"),
        new("unsized", -1, "a dish has no size though one is named"),
        new("some-sized", -1, "one dish has a size and another has none"),
        new("uneven", -1, "only some of a dish have a size"),
        new("ones", -1, "a \"one\" found no place"),
        new("unused", -1, "a word of the menu was not used"),
        new("rivals", -1, "the word that names a dish stands in other dishes, too"),
    ];

    /// <summary>The figures of a kind of message, in the order in which <c>Of</c> gives them.</summary>
    public static IReadOnlyList<Figure> For(JudgedKind kind) => kind == JudgedKind.Talk ? Talk : Orders;

    public static JudgedKind KindOf(IntentGuess guess, OrderReading reading) =>
        guess.Intent != Intent.Order ? JudgedKind.Talk
        : reading.Lines.Count > 0 && reading.Unmatched.Count == 0 ? JudgedKind.Cookable
        : JudgedKind.Open;

    /// <summary>Something in an order can be meant in two ways, or it is for a crowd.</summary>
    public static bool IsInDoubt(JudgedKind kind, ReadOnlySpan<double> figures) => kind != JudgedKind.Talk && figures[Doubt] > 0;

    /// <param name="figures">At least as many as the kind of message has.</param>
    public static void Of(ScreenedMessage message, IntentGuess guess, OrderReading reading, Span<double> figures) => Of(message, guess, reading, figures, null);

    /// <param name="marks">Gets the words that make a figure of an order bad.</param>
    internal static void Of(ScreenedMessage message, IntentGuess guess, OrderReading reading, Span<double> figures, List<DoubtfulWords>? marks)
    {
        if (guess.Intent == Intent.Order)
            OfOrder(message, guess, reading, figures, marks);
        else
            OfTalk(message, guess, reading, figures);
    }

    private static void OfTalk(ScreenedMessage message, IntentGuess guess, OrderReading reading, Span<double> figures)
    {
        ReadOnlySpan<double> found =
        [
            LogOdds(guess.Confidence), Few(reading.Lines.Count), Few(reading.Unmatched.Count), Math.Min(3, message.Readable.Length / 100.0),
        ];
        found.CopyTo(figures);
    }

    private static void OfOrder(ScreenedMessage message, IntentGuess guess, OrderReading reading, Span<double> figures, List<DoubtfulWords>? marks)
    {
        var left = Leftovers.Of(message, reading, marks);
        marks?.AddRange(reading.Unused.Select(word => new DoubtfulWords("unused", word.Start, word.Length)));
        var (least, quantity, most, heap) = (1.0, 0, 1, 0);
        for (var at = 0; at < reading.Lines.Count; at++)
        {
            var line = reading.Lines[at];
            least = Math.Min(least, line.Confidence);
            quantity += line.Quantity;
            most = Math.Max(most, line.Quantity);
            for (var modifier = 0; modifier < line.Modifiers.Count; modifier++)
                heap = Math.Max(heap, line.Modifiers[modifier].Quantity);
        }

        ReadOnlySpan<double> found =
        [
            reading.Lines.Count == 0 ? 0 : LogOdds(least),
            Math.Clamp(reading.Score / Math.Max(1, left.Words), 0, WellSpent),
            Is(reading.Margin < Close), Is(reading.Margin < Equal),
            Is(reading.Doubts.Count > 0 || quantity > Crowd || heap > Heap),
            Math.Max(0, Clear - guess.Confidence) * 4,
            Is(message.Language != "en"),
            Few(left.Behind), Few(left.Odd), Math.Min(4, left.Amid) / 2.0, Few(left.Foods), Few(left.Lost), Few(left.Each), Is(left.Owners > 0),
            Few(left.Pointed), Few(left.Uncounted),
            Math.Min(3, Math.Log(most)), Few(Math.Max(0, heap - 1)), Few(reading.Crowded), Few(reading.Mentions.Count),
            Is(reading.Sizeless > 0 && left.Sizes > 0), SomeSized(reading, left.Any), Is(reading.Sizeless > 0 && IsUneven(reading.Lines)),
            Few(left.Ones), reading.Unused.Count, reading.Rivals,
        ];
        found.CopyTo(figures);
    }

    // Where all words were used, the size was most likely left out: half as bad.
    private static double SomeSized(OrderReading reading, bool isSomethingLeft) =>
        reading.Sizeless == 0 || reading.Lines.All(line => line.Size is null) ? 0 : isSomethingLeft || reading.Sizeless > Portions ? 1 : 0.5;

    private static bool IsUneven(IReadOnlyList<ReadLine> lines) =>
        lines.Any(line => line.Size is null && lines.Any(other => other.Item == line.Item && other.Size is not null));

    private static double Few(int count) => Math.Min(2, count);

    private static double Is(bool so) => so ? 1 : 0;

    private static double LogOdds(double chance)
    {
        var safe = Math.Clamp(chance, 0.005, 0.995);
        return Math.Log(safe / (1 - safe)) / 2;
    }
}
