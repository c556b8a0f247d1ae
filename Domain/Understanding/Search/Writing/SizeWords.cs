using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Search.Dishes;

namespace Restaurant.Domain.Understanding.Search.Writing;

/// <summary>Which words of the message say the size of a line.</summary>
internal static class SizeWords
{
    // Between a dish and its size stand its count, its extras, a few words of talk.
    private const int Farthest = 12;

    /// <summary>The nearest words outside of the dish's name that name its size; null where it has none, or came by it otherwise.</summary>
    public static Segment? Of(Reader reader, DraftLine line)
    {
        if (line is not { Item: >= 0, Size: >= 0 })
            return null;
        for (var far = 1; far <= Farthest; far++)
        {
            if ((At(reader, line, line.NameStart - far) ?? At(reader, line, line.End - 1 + far)) is { } words)
                return words;
        }

        return null;
    }

    private static Segment? At(Reader reader, DraftLine line, int token)
    {
        if (token < 0 || token >= reader.Lattice.Count)
            return null;
        foreach (var segment in reader.Lattice.At(token))
        {
            if (segment.Kind == SegmentKind.Size && (segment.End <= line.NameStart || segment.Start >= line.End) && DishSizes.Find(reader, line, segment) == line.Size)
                return segment;
        }

        return null;
    }
}
