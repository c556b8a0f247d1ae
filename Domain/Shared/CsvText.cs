using System.Globalization;
using System.Text;

namespace Restaurant.Domain.Shared;

/// <summary>Writes CSV (RFC 4180) that a spreadsheet opens as text: a cell that would start a formula gets an apostrophe in front.</summary>
public sealed class CsvText
{
    private readonly StringBuilder text = new();

    /// <summary>Numbers and times are written in the invariant form; everything else is treated as what a stranger wrote.</summary>
    public CsvText Row(params ReadOnlySpan<object?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                text.Append(',');
            text.Append(Cell(cells[i]));
        }

        text.Append("\r\n");
        return this;
    }

    public override string ToString() => text.ToString();

    private static string Cell(object? value) => value switch
    {
        null => "",
        int or long or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Quote(Harmless(value.ToString() ?? "")),
    };

    // A program that trims cells would find the formula behind the blanks, so blanks do not hide it from us either.
    private static string Harmless(string cell)
    {
        var inner = cell.AsSpan().TrimStart(" \u00A0");
        var starts = cell.StartsWith('\t') || cell.StartsWith('\r') || cell.StartsWith('\n') || (inner.Length > 0 && inner[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠');
        return starts ? $"'{cell}" : cell;
    }

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n'") >= 0 || cell.StartsWith(' ') || cell.EndsWith(' ')
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
