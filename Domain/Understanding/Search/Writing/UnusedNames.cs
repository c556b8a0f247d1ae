using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Dishes;

namespace Restaurant.Domain.Understanding.Search.Writing;

/// <summary>Words of the menu that stand in the message and that a reading made nothing of: "full" behind "half rack", where a full rack is sold.</summary>
internal static class UnusedNames
{
    private const int Most = 2;

    // So near a word that takes something back it may be what is taken back.
    private const int Before = 3;
    private const int Behind = 8;

    /// <summary>The first of them, up to <see cref="Most"/>; null where there is none.</summary>
    public static List<UnusedWord>? Find(Reader reader, in Hypothesis best)
    {
        List<UnusedWord>? found = null;
        for (var token = 0; token < reader.Tokens.Count && !(found?.Count >= Most); token++)
        {
            if (reader.MenuWord(token) is >= 0 and var stem && !IsRead(reader, best, token) && !Says(reader, best, stem) && !IsSize(reader, best, token) && !IsTakenBack(reader, token))
                (found ??= []).Add(new(reader.Tokens[token].Start, reader.Tokens[token].Length));
        }

        return found;
    }

    private static bool IsRead(Reader reader, in Hypothesis best, int token)
    {
        foreach (var line in best.Lines.Each())
        {
            if ((token >= line.Start && token < line.End) || (SizeWords.Of(reader, line) is { } size && token >= size.Start && token < size.End))
                return true;
            foreach (var modifier in line.Modifiers.Each())
            {
                if (token >= modifier.Segment.Start && token < modifier.Segment.End)
                    return true;
            }
        }

        foreach (var missing in best.Missing.Each())
        {
            if (token >= missing.Start && token < missing.End)
                return true;
        }

        return false;
    }

    // "3 large … the large one with oats".
    private static bool IsSize(Reader reader, in Hypothesis best, int token)
    {
        foreach (var segment in reader.Lattice.At(token))
        {
            if (segment.Kind != SegmentKind.Size)
                continue;
            foreach (var line in best.Lines.Each())
            {
                if (line is { Item: >= 0, Size: >= 0 } && DishSizes.Find(reader, line, segment) == line.Size)
                    return true;
            }
        }

        return false;
    }

    // "No wait, not the large, the small."
    private static bool IsTakenBack(Reader reader, int token)
    {
        for (var at = Math.Max(0, token - Before); at < Math.Min(reader.Tokens.Count, token + Behind); at++)
        {
            foreach (var segment in reader.Lattice.At(at))
            {
                if (segment.Kind == SegmentKind.Phrase && (at < token ? segment.Cue is Cue.InsteadOf or Cue.Remove : segment.Cue is Cue.Correction or Cue.MakeThat or Cue.Cancel or Cue.InsteadOf or Cue.InsteadOfAfter))
                    return true;
            }
        }

        return false;
    }

    // "The pizza with onions" names again what was read.
    private static bool Says(Reader reader, in Hypothesis best, int stem)
    {
        var word = reader.Menu.Words[stem];
        foreach (var line in best.Lines.Each())
        {
            if (line.Item < 0)
                continue;
            var item = reader.Menu.Items[line.Item];
            if (item.NameStems.Contains(stem) || item.CategoryStems.Contains(word) || item.KindStems.Contains(word) || item.GroupStems.Contains(word))
                return true;
            foreach (var modifier in line.Modifiers.Each())
            {
                if (modifier.Index >= 0 && reader.Menu.Modifiers[modifier.Index].Names.Exists(name => name.Stems.Contains(stem)))
                    return true;
            }
        }

        return false;
    }
}
