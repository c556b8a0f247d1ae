using System.Globalization;
using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>Sizes said as an amount: "250g", "16 ounce", "0,5", "half a kilo", "for 10 people".</summary>
internal static class MeasureSegments
{
    /// <summary>Why an amount is a size that nothing on the menu comes in.</summary>
    public const string Nowhere = "an amount that nothing comes in";

    private const double Unsaid = Weights.SizeWord / 6;

    public static void Add(CompiledMenu menu, Wording wording, ReadingLattice lattice, int at)
    {
        if (Amount(wording, at) is { } amount)
        {
            if (Unit(wording, amount.End) is { } unit)
                PutSaid(menu, wording, lattice, at, unit.End, Measures.Of(amount.Value, unit.Unit));
            else if (amount.Value % 1 != 0)
                Put(menu, lattice, at, amount.End, Measures.Of(amount.Value, ('l', 1000)));

            // "The 250s", "beef box 800".
            else if (amount.Value >= 100)
                PutUnsaid(menu, lattice, at, IsPlural(wording, amount.End) ? amount.End + 1 : amount.End, amount.Value);
        }

        // "3 lb brisket", where it comes by the pound.
        if (wording.Tokens[at].Kind == TokenKind.Word && Measures.IsWhole(wording.Tokens[at].Key) && Measures.UnitOf(wording.Tokens[at].Key) is { } one)
            Put(menu, lattice, at, at + 1, Measures.Of(1, one));

        // "A platter for ten."
        if (wording.Tokens[at].Key is "for" or "fur" or "pour" or "para" or "per" && at + 1 < wording.Count && Amount(wording, at + 1) is { } many)
        {
            var end = Unit(wording, many.End) is { Unit.Kind: Measures.People, End: var behind } ? behind : many.End;
            Put(menu, lattice, at, end, Measures.Of(many.Value, (Measures.People, 1)));
        }
    }

    // "A 24 oz smoothie", "6 piece wings", where they come in no such size: it counts nothing.
    private static void PutSaid(CompiledMenu menu, Wording wording, ReadingLattice lattice, int at, int end, Measure measure)
    {
        if (menu.SizeByMeasure.ContainsKey(measure.Key))
        {
            Put(menu, lattice, at, end, measure);
            return;
        }

        var isSize = measure.Kind is 'o' or 'l' or 'i' && wording.Tokens[end - 1].Key is not ("in" or "l" or "lb" or "lbs" or "pound" or "pounds") || wording.Tokens[end - 1].Key is "piece" or "pc";
        if (isSize && wording.Tokens[at] is { Kind: TokenKind.Number, Value: > 1 } && end < wording.Count && !wording.Tokens[end].IsBreak && wording.Tokens[end].Key != "of")
            lattice.Lay(SegmentKind.Size, at, end, Weights.SizeWord * (end - at)).Why = Nowhere;
    }

    private static void PutUnsaid(CompiledMenu menu, ReadingLattice lattice, int at, int end, decimal amount)
    {
        Put(menu, lattice, at, end, Measures.Of(amount, ('g', 1)), Unsaid);
        Put(menu, lattice, at, end, Measures.Of(amount, ('k', 1)), Unsaid);
    }

    private static void Put(CompiledMenu menu, ReadingLattice lattice, int start, int end, Measure measure, double less = 0)
    {
        if (!menu.SizeByMeasure.TryGetValue(measure.Key, out var size))
            return;
        var gain = Weights.SizeWord * (end - start) - Weights.Piece - less;
        foreach (var other in lattice.Here)
        {
            if (other.Kind != SegmentKind.Size || other.End != end)
                continue;

            // "Half a pound" is worth more than "half" and "a pound".
            other.Gain = Math.Max(other.Gain, gain);
            return;
        }

        var segment = lattice.Lay(SegmentKind.Size, start, end, gain);
        (segment.SizeSpelling, segment.Why) = (size, "by its amount");
    }

    private static ((char Kind, int Factor) Unit, int End)? Unit(Wording wording, int at) =>
        at < wording.Count && Measures.UnitOf(wording.Tokens[at].Key) is { } unit ? (unit, at + 1) : null;

    private static bool IsPlural(Wording wording, int at) => at < wording.Count && wording.Tokens[at] is { Kind: TokenKind.Word, Key: "s" } plural && plural.Start == wording.Tokens[at - 1].End;

    private static (decimal Value, int End)? Amount(Wording wording, int at)
    {
        var token = wording.Tokens[at];
        if (token.Kind is TokenKind.Number or TokenKind.Noise)
            return decimal.TryParse(token.Key, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? (number, at + 1) : null;
        if (token.Kind != TokenKind.Word)
            return null;

        // "Half a kilo", "a kilo".
        var next = at + 1 < wording.Count && wording.Tokens[at + 1].Key == "a" ? at + 2 : at + 1;
        if (next < wording.Count && Measures.IsWhole(wording.Tokens[next].Key))
        {
            if (token.Key is "half" or "mezzo" or "mezza" or "medio" or "media" or "demi" or "demie" or "halbes" or "halber")
                return (0.5m, next);
            if (token.Key is "quarter")
                return (0.25m, next);
            if (next == at + 1 && token.Key is "a" or "un" or "una" or "une" or "ein" or "one")
                return (1, next);
        }

        return wording.At(at).Alone is { Cue: Cue.Quantity, Value: > 0 and var value } ? (value, at + 1) : null;
    }
}
