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

/// <summary>One way to read the tokens from <see cref="Start"/> up to <see cref="End"/>.</summary>
/// <param name="Gain">How well the words fit this reading; higher is better, comparable between readings of the same words.</param>
internal sealed record Segment(SegmentKind Kind, int Start, int End, double Gain)
{
    public string Why { get; init; } = "";

    /// <summary>Items: one when it is clear which, several when the words fit more than one.</summary>
    public int[] Items { get; init; } = [];

    /// <summary>The words are a full name, in any order, not just a part of one.</summary>
    public bool IsWholeName { get; init; }

    /// <summary>A part of a name without the word that says what it is: "banana" for "Banana Split".</summary>
    public bool LacksHead { get; init; }

    /// <summary>Modifiers with exactly this name; which one is meant depends on the item.</summary>
    public int[] Modifiers { get; init; } = [];

    /// <summary>Modifiers of whose names these words are a part.</summary>
    public int[] PartOfModifiers { get; set; } = [];

    /// <summary>The menu words matched.</summary>
    public int[] Stems { get; init; } = [];

    public int SizeSpelling { get; init; } = -1;
    public int SizeClass { get; init; } = -1;

    public Cue Cue { get; init; }
    public int Value { get; init; }
    public bool IsFood { get; init; }
}
