using System.Globalization;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>The counts of a message that stand outside of names: a good reading accounts for each.</summary>
internal sealed class LeftNumbers
{
    private static readonly HashSet<string> Pointers = ["the", "that", "this", "which", "other"];

    private readonly List<(int Value, Token First, Token Last)> said = [];
    private readonly List<int> known = [];
    private readonly Dictionary<string, (int Count, int Sum)> ofDish = [];

    public void Clear() => said.Clear();

    public void Add(int value, Token first, Token last)
    {
        if (!IsSaidAgain(value, first))
            said.Add((value, first, last));
    }

    /// <summary>How often "one" is said beyond the lines for one, or made of several ones: "one of them black".</summary>
    public int OnesBeyond(OrderReading reading)
    {
        var ones = 0;
        foreach (var (value, _, _) in said)
            ones += value == 1 ? 1 : 0;
        for (var line = 0; line < reading.Lines.Count && ones > 0; line++)
            ones -= OnesOf(reading.Lines[line], reading);
        return Math.Max(0, ones);
    }

    /// <summary>Numbers above one that are no line's, no extra's, and in no size and no name that was read.</summary>
    /// <param name="marks">Gets their words.</param>
    public int CountLost(OrderReading reading, List<DoubtfulWords>? marks)
    {
        if (said.TrueForAll(static number => number.Value == 1))
            return 0;
        FindKnown(reading.Lines);
        var lost = 0;
        foreach (var (value, first, last) in said)
        {
            if (value <= 1 || known.Remove(value) || IsNamed(reading.Lines, value))
                continue;
            lost++;
            marks?.Add(new("lost", first.Start, last.End - first.Start));
        }

        return lost;
    }

    // The quantities of lines, of all lines of a dish together, and of extras.
    private void FindKnown(IReadOnlyList<ReadLine> lines)
    {
        known.Clear();
        ofDish.Clear();
        for (var line = 0; line < lines.Count; line++)
        {
            known.Add(lines[line].Quantity);
            for (var modifier = 0; modifier < lines[line].Modifiers.Count; modifier++)
            {
                if (lines[line].Modifiers[modifier].Quantity is > 1 and var many)
                    known.Add(many);
            }

            var (count, sum) = ofDish.GetValueOrDefault(lines[line].Item);
            ofDish[lines[line].Item] = (count + 1, sum + lines[line].Quantity);
        }

        foreach (var (count, sum) in ofDish.Values)
        {
            if (count > 1)
                known.Add(sum);
        }
    }

    private static bool IsNamed(IReadOnlyList<ReadLine> lines, int value)
    {
        for (var line = 0; line < lines.Count; line++)
        {
            if (Names(lines[line].Size, value) || Names(lines[line].Item, value))
                return true;
        }

        return false;
    }

    // "2 (two)": only a bracket stands between.
    private bool IsSaidAgain(int value, Token first) => said.Count > 0 && said[^1].Value == value && first.Start - said[^1].Last.End is > 0 and <= 2;

    // "One soup ... and one more soup" is one line of two.
    private static int OnesOf(ReadLine line, OrderReading reading)
    {
        if (line.Quantity == 1)
            return 1;
        var named = 0;
        for (var span = 0; span < reading.Spans.Count; span++)
            named += reading.Spans[span].Kind == SpanKind.Dish && reading.Spans[span].Meaning == line.Item ? 1 : 0;
        return named > 1 ? Math.Min(named, line.Quantity) : 0;
    }

    /// <summary>"The one", "the regular one": one of those before, and no count.</summary>
    public static bool IsPronoun(List<Token> tokens, int at) =>
        tokens[at].Key == "one" && ((at > 0 && Pointers.Contains(tokens[at - 1].Key)) || (at > 1 && tokens[at - 1].Kind == TokenKind.Word && Pointers.Contains(tokens[at - 2].Key)));

    /// <summary>Whether a name has this number in it.</summary>
    public static bool Names(string? text, int value)
    {
        for (var at = 0; at < text?.Length; at++)
        {
            var end = at;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            if (end > at && int.TryParse(text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == value)
                return true;
            at = end;
        }

        return false;
    }
}
