namespace Restaurant.Domain.Understanding.Compile;

/// <summary>Letters inserted, dropped, changed, or swapped with their neighbour.</summary>
internal static class EditDistance
{
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> twoBack = stackalloc int[b.Length + 1];
        Span<int> oneBack = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            oneBack[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(oneBack[j] + 1, row[j - 1] + 1), oneBack[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], twoBack[j - 2] + 1);
            }

            var spare = twoBack;
            twoBack = oneBack;
            oneBack = row;
            row = spare;
        }

        return oneBack[b.Length];
    }
}
