using System.Globalization;
using System.Numerics;

namespace Restaurant.Domain.Jobs.Cron;

/// <summary>The values that one field of a cron expression allows, as bits.</summary>
/// <param name="IsStar">Written with a star: means "any", or with a step "every so many".</param>
/// <param name="Step">1 where there is none.</param>
internal readonly record struct CronField(ulong Bits, bool IsStar, int Step)
{
    public bool IsAny => IsStar && Step == 1;

    public bool Has(int value) => (Bits >> value & 1) != 0;

    public IReadOnlyList<int> Values
    {
        get
        {
            var values = new List<int>();
            for (var rest = Bits; rest != 0; rest &= rest - 1)
                values.Add(BitOperations.TrailingZeroCount(rest));
            return values;
        }
    }

    public static CronField Of(int value) => new(1UL << value, false, 1);

    /// <exception cref="FormatException">The message is for people.</exception>
    public static CronField Parse(string text, CronFieldKind kind)
    {
        var bits = 0UL;
        var (star, step) = (false, 1);
        foreach (var part in text.Split(','))
        {
            var (range, by) = Split(part, kind);
            var (from, to) = Range(range, by > 0, kind);
            if (from > to)
                throw new FormatException($"\"{part}\" in the {kind.Name} field goes backwards.");
            for (var value = from; value <= to; value += Math.Max(by, 1))
                bits |= 1UL << (kind.Wrap == value ? kind.Least : value);
            if (range is "*" or "?")
                (star, step) = (!text.Contains(',', StringComparison.Ordinal), Math.Max(by, 1));
        }

        return new(bits, star, star ? step : 1);
    }

    private static (string Range, int By) Split(string part, CronFieldKind kind)
    {
        if (part.IndexOf('/', StringComparison.Ordinal) is var slash && slash < 0)
            return (part, 0);
        return int.TryParse(part[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var by) && by > 0 && by <= kind.Most
            ? (part[..slash], by)
            : throw new FormatException($"\"{part}\" in the {kind.Name} field needs a step from 1 to {kind.Most} after the slash.");
    }

    private static (int From, int To) Range(string range, bool open, CronFieldKind kind)
    {
        if (range is "*" or "?")
            return (kind.Least, kind.Most);
        if (range.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash)
            return (Value(range[..dash], kind), Value(range[(dash + 1)..], kind));
        var one = Value(range, kind);
        return (one, open ? kind.Most : one);
    }

    private static int Value(string text, CronFieldKind kind)
    {
        var named = Array.FindIndex(kind.Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (named >= 0)
            return named + kind.Least;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= kind.Least && value <= (kind.Wrap ?? kind.Most)
            ? value
            : throw new FormatException($"\"{text}\" is no {kind.Name}: it goes from {kind.Least} to {kind.Wrap ?? kind.Most}{(kind.Names.Length > 0 ? $", or {kind.Names[0]} to {kind.Names[^1]}" : "")}.");
    }
}

/// <param name="Wrap">A second name for the least value: Sunday is 0 and 7.</param>
internal sealed record CronFieldKind(string Name, int Least, int Most, string[] Names, int? Wrap = null)
{
    public static readonly CronFieldKind Second = new("second", 0, 59, []);
    public static readonly CronFieldKind Minute = new("minute", 0, 59, []);
    public static readonly CronFieldKind Hour = new("hour", 0, 23, []);
    public static readonly CronFieldKind Day = new("day", 1, 31, []);
    public static readonly CronFieldKind Month = new("month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]);
    public static readonly CronFieldKind Weekday = new("weekday", 0, 6, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"], Wrap: 7);
}
