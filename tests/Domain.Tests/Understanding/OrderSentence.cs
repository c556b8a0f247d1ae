using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>A message with the orders that it may be read as. The form is described at the head of Data/orders.txt.</summary>
public sealed record OrderSentence(string Menu, string Text, IReadOnlyList<ExpectedOrder> Expected)
{
    public static IEnumerable<OrderSentence> Read(string path)
    {
        var menu = "";
        string? text = null;
        var expected = new List<ExpectedOrder>();
        foreach (var row in File.ReadLines(path).Append("> "))
        {
            if (row.StartsWith("## ", StringComparison.Ordinal) || row.StartsWith('>'))
            {
                if (text is not null)
                    yield return new(menu, text, [.. expected]);
                expected.Clear();
                text = row[0] == '>' ? row[1..].Trim().Replace("\\n", "\n", StringComparison.Ordinal) : null;
                menu = row[0] == '#' ? row[3..].Trim() : menu;
            }
            else if (row.StartsWith('='))
            {
                expected.Add(new(Lines(row[1..]), []));
            }
            else if (row.StartsWith('?'))
            {
                expected[^1] = expected[^1] with { Unmatched = [.. Split(row[1..], ';')] };
            }
        }
    }

    public bool IsReadAs(OrderReading reading) => Expected.Any(expected => expected.Is(reading));

    public override string ToString() => $"{Menu}: {Text}";

    /// <summary>A reading in the notation of the file.</summary>
    public static string Show(OrderReading reading) =>
        string.Join("; ", reading.Lines.Select(line => ExpectedOrder.Show(line.Item, line.Quantity, line.Size, line.Modifiers)))
        + (reading.Unmatched.Count > 0 ? " ? " + string.Join("; ", reading.Unmatched.Select(phrase => phrase.Words)) : "");

    private static string[] Lines(string text) => [.. Split(text, ';')];

    private static IEnumerable<string> Split(string text, char mark) =>
        text.Split(mark, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

public sealed record ExpectedOrder(IReadOnlyList<string> Lines, IReadOnlyList<string> Unmatched)
{
    public bool Is(OrderReading reading)
    {
        var read = reading.Lines.Select(line => Show(line.Item, line.Quantity, line.Size, line.Modifiers)).Order();
        return read.SequenceEqual(Lines.Select(Sorted).Order())
            && Unmatched.Count == reading.Unmatched.Count
            && Unmatched.All(phrase => reading.Unmatched.Any(found => Covers(found.Words, phrase)));
    }

    public static string Show(string item, int quantity, string? size, IReadOnlyList<ReadModifier> modifiers)
    {
        var marks = modifiers.Select(modifier => Mark(modifier.Action) + modifier.Modifier + (modifier.Quantity > 1 ? $"*{modifier.Quantity}" : ""));
        return string.Join(' ', marks.Order(StringComparer.Ordinal).Prepend($"{quantity} {item}{(size is null ? "" : $" ({size})")}"));
    }

    private static string Mark(ModifierAction action) => action switch
    {
        ModifierAction.Remove => "-",
        ModifierAction.Extra => "++",
        ModifierAction.Light => "~",
        ModifierAction.Side => "@",
        _ => "+",
    };

    private static string Sorted(string line)
    {
        var parts = System.Text.RegularExpressions.Regex.Split(line, @"\s+(?=\+\+|\+|-(?=\S)|~|@)");
        return string.Join(' ', parts.Skip(1).Order(StringComparer.Ordinal).Prepend(parts[0]));
    }

    private static bool Covers(string found, string phrase) =>
        found.Contains(phrase, StringComparison.OrdinalIgnoreCase) || phrase.Contains(found, StringComparison.OrdinalIgnoreCase);
}
