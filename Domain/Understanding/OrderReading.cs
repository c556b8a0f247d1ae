namespace Restaurant.Domain.Understanding;

/// <summary>The best whole reading of a message's words as an order. Identical lines are merged.</summary>
/// <param name="Confidence">The probability that lines and unmatched phrases are all right, 0 to 1.</param>
public sealed record OrderReading(
    IReadOnlyList<ReadLine> Lines, IReadOnlyList<UnmatchedPhrase> Unmatched, double Confidence, string Reason)
{
    private const int MostInside = 16;

    public static OrderReading Nothing { get; } = new([], [], 1, "nothing is asked for");

    /// <summary>Dishes that are named but not asked for: praised, asked about, eaten last week.</summary>
    public IReadOnlyList<ReadLine> Mentions { get; init; } = [];

    /// <summary>How far the best reading's score is above that of the next one; large means clear.</summary>
    public double Margin { get; init; }

    /// <summary>What all the words are worth in this reading: one that has its place about 2, one that nobody knows less than 0.</summary>
    public double Score { get; init; }

    /// <summary>Which characters of the text were read as what, in order of the text; what is in none of them was left over or small talk.</summary>
    public IReadOnlyList<ReadSpan> Spans { get; init; } = [];

    /// <summary>Runs of words that neither menu nor lexicon knows and that were passed over.</summary>
    public int PassedOver { get; init; }

    /// <summary>What may be meant otherwise, in words: an order with a doubt is for a person to look at.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>The best reading that orders something else; null when there was none.</summary>
    public RunnerUp? RunnerUp { get; init; }

    /// <summary>The largest number wanted of a dish that comes in sizes and has none; 0 where every dish has its size.</summary>
    public int Sizeless { get; init; }

    /// <summary>Lines with two extras of one group beside another line of the same dish: one may be meant for the other line.</summary>
    public int Crowded { get; init; }

    /// <summary>Where one word named a dish: how many other dishes have that word in their names, two at most; the most of all lines.</summary>
    public int Rivals { get; init; }

    /// <summary>Words of the menu that were made nothing of, the first two of them.</summary>
    public IReadOnlyList<UnusedWord> Unused { get; init; } = [];

    /// <summary>What the characters from <paramref name="start"/> up to <paramref name="end"/> were read as: the first span that has any of them.</summary>
    public ReadSpan? SpanAt(int start, int end)
    {
        var (from, after) = (0, Spans.Count);
        while (from < after)
        {
            var middle = (from + after) / 2;
            if (Spans[middle].Start < end)
                from = middle + 1;
            else
                after = middle;
        }

        // A dish may reach over the extras named inside it, never over many of them.
        ReadSpan? found = null;
        for (var at = from - 1; at >= Math.Max(0, from - MostInside); at--)
        {
            if (start < Spans[at].Start + Spans[at].Length)
                found = Spans[at];
        }

        return found;
    }
}

/// <param name="Order">What it would have ordered.</param>
/// <param name="WhyNot">Why it lost, as a sentence.</param>
public sealed record RunnerUp(string Order, string WhyNot);

public enum SpanKind
{
    Dish,
    Modifier,
    Size,
    Mention,
    Unmatched,
}

/// <param name="Start">The first character, counted from 0 in the message's text.</param>
/// <param name="Meaning">The menu's name for it; for unmatched phrases the phrase.</param>
public sealed record ReadSpan(int Start, int Length, SpanKind Kind, string Meaning);

/// <param name="Start">The first character, counted from 0 in the message's text.</param>
public readonly record struct UnusedWord(int Start, int Length);

/// <summary>One line of an order as read: names are the menu's own.</summary>
/// <param name="Quantity">1 or more.</param>
/// <param name="Words">The customer's words that this line was read from.</param>
/// <param name="Why">Why these words are this item, as the rest of a sentence: "by its name", "by its other name 'tempeh burger'".</param>
public sealed record ReadLine(
    string Item, int Quantity, string? Size, IReadOnlyList<ReadModifier> Modifiers, string Words, string Why)
{
    /// <summary>How sure the words are this dish, 0 to 1.</summary>
    public double Confidence { get; init; } = 1;
}

/// <param name="Quantity">1 unless counted ("two shots").</param>
public sealed record ReadModifier(string Modifier, ModifierAction Action, int Quantity = 1);

/// <summary>Something asked for that the menu does not have, with the nearest things it does have.</summary>
public sealed record UnmatchedPhrase(string Words, IReadOnlyList<MatchCandidate> Candidates);

/// <param name="Score">0 to 1, higher is nearer.</param>
public sealed record MatchCandidate(string Item, double Score, string Why);
