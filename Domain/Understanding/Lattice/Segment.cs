using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Lattice;

internal enum SegmentKind : byte
{
    Item,
    Modifier,
    Size,
    Phrase,
    Number,
    Times,
    Break,
    Emoji,
    Unknown,
}

/// <summary>
/// One way to read the tokens from <see cref="Start"/> up to <see cref="End"/>. It is filled in while the lattice is laid out and does not
/// change afterwards; the lattice uses it again for the next message of the same thread.
/// </summary>
internal sealed record Segment
{
    public SegmentKind Kind { get; set; }
    public int Start { get; set; }
    public int End { get; set; }

    /// <summary>How well the words fit this reading; higher is better, comparable between readings of the same words.</summary>
    public double Gain { get; set; }

    public string Why { get; set; } = "";

    /// <summary>Items: one when it is clear which, several when the words fit more than one.</summary>
    public int[] Items { get; set; } = [];

    /// <summary>The words are a full name, in any order, not just a part of one.</summary>
    public bool IsWholeName { get; set; }

    /// <summary>A part of a name without the word that says what it is: "banana" for "Banana Split".</summary>
    public bool LacksHead { get; set; }

    /// <summary>Modifiers with exactly this name; which one is meant depends on the item.</summary>
    public int[] Modifiers { get; set; } = [];

    /// <summary>Modifiers of whose names these words are a part.</summary>
    public int[] PartOfModifiers { get; set; } = [];

    /// <summary>The menu words matched.</summary>
    public int[] Stems { get; set; } = [];

    public int SizeSpelling { get; set; } = -1;
    public int SizeClass { get; set; } = -1;

    public Cue Cue { get; set; }
    public int Value { get; set; }
    public bool IsFood { get; set; }

    /// <summary>Makes it a new one about these words.</summary>
    public Segment Begin(SegmentKind kind, int start, int end, double gain)
    {
        (Kind, Start, End, Gain) = (kind, start, end, gain);
        (Why, Items, Modifiers, PartOfModifiers, Stems) = ("", [], [], [], []);
        (SizeSpelling, SizeClass, Cue, Value) = (-1, -1, default, 0);
        (IsWholeName, LacksHead, IsFood) = (false, false, false);
        return this;
    }
}
