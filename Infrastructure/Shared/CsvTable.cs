using System.Globalization;
using System.Text;
using CsvHelper;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Shared;

/// <summary>A CSV file as people send it: comma, semicolon or tab, UTF-8 or Latin-1, with or without a byte order mark, rows broken here and there.</summary>
internal static class CsvTable
{
    public static async Task<string> TextAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > maxBytes)
                throw new InvalidDataException($"The file is larger than {maxBytes / 1_000_000} MB. Split it into smaller files.");
        }

        var bytes = memory.ToArray();
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>Reads row by row; a row that cannot be used is named by the line it begins on, and the next goes on.</summary>
    /// <param name="required">Column names, any of the given spellings; without one of them nothing is read.</param>
    public static void Read(string text, string[][] required, int maxRows, List<BadRow> bad, Action<CsvRow> take)
    {
        // A quote that is never closed would swallow the rest of the file: then every line is a row of its own.
        var open = FindOpenQuote(text);
        using var csv = CsvReader.FromText(text, Options(text) with { AllowLineBreaksInQuotes = open is null });
        if (!csv.Read())
        {
            bad.Add(new("line 1", "The file is empty."));
            return;
        }

        var header = Cells(csv).Select(name => name.Trim().Replace(' ', '_').ToLowerInvariant()).ToArray();
        if (required.FirstOrDefault(names => !names.Any(header.Contains)) is { } missing)
        {
            bad.Add(new("line 1", $"The first line must name the columns, and “{missing[0]}” is not among them."));
            return;
        }

        for (var rows = 1; csv.Read(); rows++)
        {
            var where = $"line {csv.LineNumber}";
            if (rows > maxRows)
            {
                bad.Add(new(where, $"A file has at most {maxRows:N0} rows; the rest is left out."));
                return;
            }

            if (csv.LineNumber == open)
                bad.Add(new(where, "A quote that is opened here is never closed. Close it, or double it inside a quoted text."));
            else if (csv.FieldCount > header.Length)
                bad.Add(new(where, $"The row has {csv.FieldCount} columns and the first line {header.Length}. Put quotes around text that contains commas."));
            else if (csv.FieldCount == 1 && header.Length > 1)
                bad.Add(new(where, $"The row has one column and the first line {header.Length}."));
            else
                take(new CsvRow((int)csv.LineNumber, header, Cells(csv)));
        }
    }

    /// <summary>Quoted where needed, and no cell begins as a spreadsheet formula does: those get an apostrophe in front.</summary>
    public static string Write(string[] header, IEnumerable<string[]> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default))
        {
            foreach (var row in rows.Prepend(header))
            {
                foreach (var cell in row)
                    csv.WriteField(CsvRow.IsFormula(cell) ? "'" + cell : cell);
                csv.EndRecord();
            }
        }

        return text.ToString();
    }

    private static CsvReaderOptions Options(string text) => new()
    {
        HasHeader = false,
        Separator = SeparatorOf(text),
        TrackLineNumbers = true,
    };

    private static long? FindOpenQuote(string text)
    {
        long? line = null;
        using var csv = CsvReader.FromText(text, Options(text) with
        {
            OnMalformedRecord = malformed => line ??= malformed.Reason == CsvMalformedReason.UnterminatedQuote ? malformed.LineNumber : null,
        });
        while (csv.Read())
        {
            // Only the report counts.
        }

        return line;
    }

    private static string[] Cells(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text[..end];
        return new[] { ',', ';', '\t' }.MaxBy(separator => header.Count(letter => letter == separator));
    }
}

/// <param name="Line">Where the row begins in the file, counted from 1.</param>
internal sealed record CsvRow(int Line, string[] Header, string[] Cells)
{
    /// <summary>What a spreadsheet takes for a formula, and the apostrophe itself, so that one more can always be taken off again.</summary>
    private const string Formula = "=+-@\t\r'";

    // A program that trims cells would find the formula behind the blanks.
    public static bool IsFormula(string cell) => cell.AsSpan().TrimStart(" \u00A0") is [var first, ..] && Formula.Contains(first, StringComparison.Ordinal);

    public bool Has(params string[] names) => names.Any(Header.Contains);

    /// <summary>The cell under the first of the spellings that the file has; empty when it has none.</summary>
    public string this[params string[] names] => names
        .Select(name => Array.IndexOf(Header, name)).Where(at => at >= 0 && at < Cells.Length)
        .Select(at => Plain(Cells[at])).FirstOrDefault("");

    // The apostrophe that our own export put there.
    private static string Plain(string cell) =>
        cell is ['\'', .. var rest] && IsFormula(rest) ? rest.Trim() : cell.Trim();
}
