namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>What tells a clear message from an unclear one, in figures of about the same size.</summary>
public static class ConfidenceFigures
{
    private const int Crowd = 24;
    private const double Close = 0.5;
    private const double Equal = 0.1;

    // Below this the words around the dishes say something else too.
    private const double Clear = 0.9;

    // What a word is worth where nearly all of them are dishes and extras.
    private const double WellSpent = 1.6;

    private const int Doubt = 6;

    private static readonly Figure[] Talk =
    [
        new("intent", 1), new("lead", 1), new("nearly-order", -1, "it may be an order"), new("dishes", -1, "dishes are named"), new("unknown", -1, "something not on the menu is named"),
        new("unfamiliar", -1, "many of its words are new"), new("length", 0), new("foreign", 0), new("order-odds", -1, "it may be an order"),
    ];

    private static readonly Figure[] Orders =
    [
        new("intent", 1), new("reading", 1, "not all is said by its whole name", Good: 1), new("line", 1), new("worth", 1, "few of its words are on the menu", Good: 1),
        new("close", -1, "another reading is about as good"),
        new("equal", -1, "another reading is about as good"),
        new("doubt", -1, "it can be meant in two ways"),
        new("unclear", -1, "it may be no order"),
        new("unmatched", -1, "something is not on the menu"),
        new("foreign", -1, "it is not in English"),
        new("strange", -1, "a word beside a dish is unknown"),
        new("behind", -1, "a word beside a dish is unknown"),
        new("odd", -1, "a word right before a dish was not used"),
        new("amid", -1, "words amid the order were not used"),
        new("foods", -1, "a food was passed over"),
        new("lost", -1, "a number or a \"with\" found no place"),
        new("each", -1, "it speaks of each, both or all"),
        new("pointed", -1, "a dish is named again as one already known"),
        new("uncounted", -1, "a dish is named again without a count"),
        new("negated", -1, "it says in other words what is not wanted"),
        new("sizes", -1, "a size found no dish"),
        new("bare", -1, "it is a long list"),
        new("commas", -1, "it has many parts"),
        new("length", -1, "it is long"),
        new("many", -1, "several of a dish are wanted"),
        new("kinds", -1, "one of several got two extras of a kind"),
        new("mentions", -1, "a dish is named that was not taken as asked for"),
        new("unsized", -1, "a dish has no size though one is named"),
        new("sizeless", -1, "a dish that comes in sizes has none"),
        new("some-sized", -1, "one dish has a size and another has none"),
        new("uneven", -1, "only some of a dish have a size"),
        new("pile", -1, "many of a dish may be pieces of one"),
        new("inside", -1, "a number was read as part of a name"),
        new("ones", -1, "a \"one\" found no place"),
        new("unsplit", -1, "one of several was not told from the rest"),
        new("owners", -1, "it says what is whose"),
        new("asks", -1, "it asks a question too"),
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
            LogOdds(guess.Confidence), Math.Log(Math.Max(guess.Confidence, 0.005) / Math.Max(guess.RunnerConfidence, 0.005)) / 2,
            guess.Runner == Intent.Order ? 1 : 0, Few(reading.Lines.Count), Few(reading.Unmatched.Count),
            guess.Unfamiliar * 2, Length(message), IsForeign(message), reading.Lines.Count > 0 ? 2 * guess.RunnerConfidence : 0,
        ];
        found.CopyTo(figures);
    }

    private static void OfOrder(ScreenedMessage message, IntentGuess guess, OrderReading reading, Span<double> figures, List<DoubtfulWords>? marks)
    {
        var left = Leftovers.Of(message, reading, marks);
        var (least, quantity, most, bare) = (1.0, 0, 1, 0);
        foreach (var line in reading.Lines)
        {
            least = Math.Min(least, line.Confidence);
            quantity += line.Quantity;
            most = Math.Max(most, line.Quantity);
            bare += line.Modifiers.Count == 0 ? 1 : 0;
        }

        ReadOnlySpan<double> found =
        [
            LogOdds(guess.Confidence), LogOdds(reading.Confidence), reading.Lines.Count == 0 ? 0 : LogOdds(least),
            Math.Clamp(reading.Score / Math.Max(1, left.Words), 0, WellSpent),
            reading.Margin < Close ? 1 : 0, reading.Margin < Equal ? 1 : 0, reading.Doubts.Count > 0 || quantity > Crowd ? 1 : 0, Math.Max(0, Clear - guess.Confidence) * 4,
            Few(reading.Unmatched.Count), IsForeign(message), Few(left.Strange), Few(left.Behind), Few(left.Odd), Math.Min(4, left.Amid) / 2.0, Few(left.Foods), Few(left.Lost), Few(left.Each),
            Few(left.Pointed), Few(left.Uncounted), Few(left.Negated), Few(left.Sizes),
            reading.Lines.Count > 1 ? Few(bare) : 0, Math.Min(4, left.Commas) / 2.0,
            Math.Min(3, left.Words / 15.0), Math.Min(3, Math.Log(most)), Few(reading.Crowded), Few(reading.Mentions.Count), left.Unsized ? 1 : 0,
            Few(reading.Sizeless), reading.Sizeless > 0 && reading.Lines.Any(line => line.Size is not null) ? 1 : 0, IsUneven(reading) ? 1 : 0, Few(reading.SizelessMany),
            Few(left.Inside), Few(left.Ones), left.Unsplit ? 1 : 0, Math.Min(1, left.Owners), Few(left.Questions),
        ];
        found.CopyTo(figures);
    }

    private static bool IsUneven(OrderReading reading) =>
        reading.Sizeless > 0 && reading.Lines.Any(line => line.Size is null && reading.Lines.Any(other => other.Item == line.Item && other.Size is not null));

    private static double Few(int count) => Math.Min(2, count);

    private static double IsForeign(ScreenedMessage message) => message.Language == "en" ? 0 : 1;

    private static double Length(ScreenedMessage message) => Math.Min(3, message.Readable.Length / 100.0);

    private static double LogOdds(double chance)
    {
        var safe = Math.Clamp(chance, 0.005, 0.995);
        return Math.Log(safe / (1 - safe)) / 2;
    }
}
