using System.Globalization;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>The counts of a message that stand outside of names: a good reading accounts for each.</summary>
internal sealed class LeftNumbers
{
    private static readonly HashSet<string> Pointers = ["the", "that", "this", "which", "other"];

    private readonly List<(int Value, Token First, Token Last)> said = [];

    public void Add(int value, Token first, Token last)
    {
        if (!IsSaidAgain(value, first))
            said.Add((value, first, last));
    }

    /// <summary>How often "one" is said beyond the lines for one, or made of several ones: "one of them black".</summary>
    public int OnesBeyond(OrderReading reading) => Math.Max(0, said.Count(number => number.Value == 1) - reading.Lines.Sum(line => OnesOf(line, reading)));

    /// <summary>Numbers above one that are no line's, no extra's, and in no size and no name that was read.</summary>
    /// <param name="marks">Gets their words.</param>
    public int CountLost(OrderReading reading, List<DoubtfulWords>? marks)
    {
        if (said.TrueForAll(number => number.Value == 1))
            return 0;
        var known = reading.Lines.Select(line => line.Quantity).ToList();
        known.AddRange(reading.Lines.GroupBy(line => line.Item).Where(lines => lines.Count() > 1).Select(lines => lines.Sum(line => line.Quantity)));
        known.AddRange(reading.Lines.SelectMany(line => line.Modifiers).Where(modifier => modifier.Quantity > 1).Select(modifier => modifier.Quantity));
        var lost = 0;
        foreach (var (value, first, last) in said)
        {
            if (value <= 1 || known.Remove(value) || reading.Lines.Any(line => Names(line.Size, value) || Names(line.Item, value)))
                continue;
            lost++;
            marks?.Add(new("lost", first.Start, last.End - first.Start));
        }

        return lost;
    }

    // "2 (two)": only a bracket stands between.
    private bool IsSaidAgain(int value, Token first) => said.Count > 0 && said[^1].Value == value && first.Start - said[^1].Last.End is > 0 and <= 2;

    // "One soup ... and one more soup" is one line of two.
    private static int OnesOf(ReadLine line, OrderReading reading)
    {
        if (line.Quantity == 1)
            return 1;
        var named = reading.Spans.Count(span => span.Kind == SpanKind.Dish && span.Meaning == line.Item);
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
