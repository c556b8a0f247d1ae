using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>A picture of a dish: the dish, another one, or decoration.</summary>
internal static class PictureSteps
{
    public static void Take(Reader reader, Hypothesis h, Segment segment)
    {
        if (h.Current is { } current && segment.Items.Contains(current.Item) && h.Count == 0)
        {
            // 🍔🍔 is two; a picture behind the words for it is decoration.
            var again = current.IsPicture && current.End == segment.Start;
            reader.Next.Add(h.WithCurrent(again ? current with { Quantity = current.Quantity + 1, End = segment.End } : current));
        }
        else if (IsBullet(reader, segment.Start))
        {
            reader.Next.Add(h);
        }
        else if (segment.IsWholeName && (h.Lines is null || h.Current!.IsPicture || h.Count > 0))
        {
            var line = NewLines.Open(reader, h, segment);
            reader.Next.Add(line.WithCurrent(line.Current! with { IsPicture = true, Trust = 0.8 }));
        }
        else
        {
            reader.Next.Add(h);
        }
    }

    // "🧋 classic, soy milk": what the line is about stands behind the picture.
    private static bool IsBullet(Reader reader, int at)
    {
        if (at > 0 && !reader.Tokens[at - 1].IsBreak)
            return false;
        var next = at + 1;
        while (next < reader.Tokens.Count && reader.Tokens[next].Kind == TokenKind.Emoji)
            next++;
        return next < reader.Tokens.Count && (reader.NamesDish(next) || (reader.IsNumber(next) && reader.NamesDish(next + 1)));
    }
}
