using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>Whether an unknown word here would be something asked for.</summary>
internal enum Slot : byte
{
    /// <summary>No: ordinary talk.</summary>
    Closed,

    /// <summary>Only if it is a food.</summary>
    Weak,

    /// <summary>A dish is due: after "I'd like", a number, "and".</summary>
    Dish,

    /// <summary>A modifier is due: after "with", "no", "extra".</summary>
    Part,
}

/// <summary>What the next words do to the order so far.</summary>
internal enum Edit : byte
{
    None,
    Correct,
    MakeThat,

    /// <summary>"make the latte …": a dish of the order was named, and how it changes is due.</summary>
    Change,
    Cancel,
}

internal enum Exchange : byte
{
    None,
    OutThenIn,
    InThenOut,
    OutNext,
}

internal enum Reach : byte
{
    Current,
    Both,

    /// <summary>All of the present row or sentence.</summary>
    Row,
    All,

    /// <summary>The same dish elsewhere on the order, not the present line.</summary>
    Others,
}

internal enum Gap : byte
{
    None,
    And,
    Or,
    Comma,
    Stop,
}

/// <summary>"Two large", before it is said of what.</summary>
internal readonly record struct CountedSize(Segment Size, int Count);

/// <summary>A modifier heard before its dish.</summary>
internal readonly record struct Held(Segment Segment, ModifierAction Action, int Quantity) : IShaped
{
    public int Shape => HashCode.Combine(Segment.Start);
}

/// <summary>
/// One reading of the message up to some word: the order so far and what the reader is waiting for. A value, because every word makes
/// dozens of them and nearly all are dropped at the next word.
/// </summary>
internal readonly record struct Hypothesis()
{
    public double Score { get; init; }
    public Chain<DraftLine>? Lines { get; init; }
    public Chain<Missing>? Missing { get; init; }
    public Chain<Held>? Held { get; init; }
    public Segment? HeldSize { get; init; }

    /// <summary>Said at the head of the list for every dish of it: "all toasted: …".</summary>
    public Chain<Held>? ForAll { get; init; }

    /// <summary>A number heard and not used yet; 0 when there is none.</summary>
    public int Count { get; init; }
    public int CountAt { get; init; } = -1;
    public bool Article { get; init; }

    public ModifierAction Action { get; init; } = ModifierAction.Add;

    /// <summary>An action word was heard and its object is due.</summary>
    public bool ActionOpen { get; init; }
    public int ActionAt { get; init; } = -1;

    public Slot Slot { get; init; } = Slot.Weak;
    /// <summary>For how many people each dish to come is wanted.</summary>
    public int Portions { get; init; } = 1;

    public Edit Edit { get; init; }
    public Exchange Exchange { get; init; }
    public Reach Reach { get; init; }
    public Gap Gap { get; init; } = Gap.Stop;
    public bool With { get; init; }
    public bool SideOf { get; init; }
    public bool JustSplit { get; init; }
    public bool JustCopied { get; init; }

    /// <summary>First token of the unknown words that are being read; -1 when there are none.</summary>
    public int Run { get; init; } = -1;
    public bool RunHasFood { get; init; }

    /// <summary>What was read right before the run.</summary>
    public SegmentKind BeforeRun { get; init; }

    /// <summary>The run has taken in a word of the menu: "blue cheese".</summary>
    public bool RunIsCompound { get; init; }

    /// <summary>The kind of what was read last; breaks and joining words do not count.</summary>
    public SegmentKind Last { get; init; } = SegmentKind.Break;

    /// <summary>How many modifiers the present line got since the last break: "… on both" spreads these.</summary>
    public int Fresh { get; init; }

    public int Guesses { get; init; }

    /// <summary>A size for several dishes to come, and for how many: "two mediums, one … and one …".</summary>
    public Segment? SharedSize { get; init; }
    public int SharedSizeLeft { get; init; }

    /// <summary>How many of a dish were just taken off the order: what is made of them may follow.</summary>
    public int Removed { get; init; }

    /// <summary>Where somebody last asked for something, or it was said for whom.</summary>
    public int AskedAt { get; init; } = -1;

    /// <summary>Counted sizes of a dish that is named later: "two large and one small latte".</summary>
    public Chain<CountedSize>? Sizes { get; init; }

    /// <summary>"on the …": what the present line just got may belong to the dish named next.</summary>
    public bool OnThe { get; init; }

    /// <summary>The place of a word that only stands for the dish: "the small one", "the same drink".</summary>
    public int Skip { get; init; } = -1;

    /// <summary>"half" was heard and its object is due.</summary>
    public bool Half { get; init; }

    /// <summary>What the words may mean otherwise, in words for a person: such an order must be looked at.</summary>
    public Chain<string>? Doubts { get; init; }
    public int Passed { get; init; }

    public DraftLine? Current => Lines?.Head;

    /// <summary>Before a message: this thread's readings of the one before are done with.</summary>
    public static void ClearChains()
    {
        ChainStore<DraftLine>.Mine.Clear();
        ChainStore<DraftModifier>.Mine.Clear();
        ChainStore<Held>.Mine.Clear();
        ChainStore<Missing>.Mine.Clear();
        ChainStore<CountedSize>.Mine.Clear();
        ChainStore<string>.Mine.Clear();
    }

    public Hypothesis Doubt(string why) => this with { Doubts = Doubts.Push(why) };

    public Hypothesis Gain(double gain) => this with { Score = Score + gain };

    /// <summary>The order after something was taken off it: nothing is being split or copied any more.</summary>
    public Hypothesis WithLeft(Chain<DraftLine>? lines) => this with { Lines = lines, JustSplit = false, JustCopied = false, Edit = Edit.None };

    /// <summary>One of the lines becomes the present one.</summary>
    public Hypothesis Raise(DraftLine line) => this with { Lines = Lines.Without(line, ReferenceEquals).Push(line) };

    public Hypothesis WithCurrent(DraftLine line) => this with { Lines = Lines!.Tail.Push(line) };
}
