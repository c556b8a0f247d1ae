using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Dishes;

/// <summary>"A bowl of soup, two rolls. Oh, cup not bowl": one size in place of another that was said before.</summary>
internal static class SizeInstead
{
    /// <summary>The line that has the size behind the "not" gets the one before it; null where no line has it.</summary>
    public static Hypothesis? Take(Reader reader, in Hypothesis h, Segment segment)
    {
        var not = segment.End;
        if (not < reader.Tokens.Count && reader.Tokens[not].Kind == TokenKind.Comma)
            not++;
        if (not + 1 >= reader.Tokens.Count || reader.Tokens[not].Key is not ("not" or "nicht" or "pas" or "no" or "non"))
            return null;
        var wrong = reader.IsPhrase(not + 1, Cue.Article, Cue.Article) ? not + 2 : not + 1;
        if (wrong >= reader.Tokens.Count || !reader.EndsClause(wrong + 1))
            return null;
        foreach (var line in h.Lines.Each())
        {
            if (line.Size < 0 || DishSizes.Find(reader, line, segment) is not (>= 0 and var size) || size == line.Size || !Names(reader, line, wrong))
                continue;
            return (h with { Lines = h.Lines.Replace(line, line with { Size = size }), Last = SegmentKind.Size, Edit = Edit.None, Article = false, Slot = Slot.Closed, Skip = wrong }).Gain(0.5);
        }

        return null;
    }

    private static bool Names(Reader reader, DraftLine line, int at)
    {
        foreach (var other in reader.Lattice.At(at))
        {
            if (other.Kind == SegmentKind.Size && other.End == at + 1 && DishSizes.Find(reader, line, other) == line.Size)
                return true;
        }

        return false;
    }
}
