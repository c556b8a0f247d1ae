using Restaurant.Domain.Understanding.Lattice;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>A modifier on a line. <see cref="Index"/> is -1 while the line's dish is not settled yet.</summary>
internal readonly record struct DraftModifier(int Index, Segment Segment, ModifierAction Action, int Quantity) : IShaped
{
    public int Shape => HashCode.Combine(Index, Action, Quantity);
}

/// <summary>One line of the order while the message is being read.</summary>
/// <param name="Item">-1: the menu does not have it, or does not say which of <paramref name="Candidates"/>.</param>
internal sealed record DraftLine(int Item, int[] Candidates, int Quantity, int Start, int End) : IShaped, ITraited
{
    /// <summary>The trait of lines that do not know their dish yet.</summary>
    public const ulong Open = 1UL << 63;

    /// <summary>Where the dish is named, after its count.</summary>
    public int NameStart { get; init; } = Start;

    /// <summary>A number stands before its name: "two rolls", but not "rolls: two".</summary>
    public bool IsCounted => Start < NameStart;

    public int Size { get; init; } = -1;
    /// <summary>A size heard while the dish is not settled.</summary>
    public Segment? WaitingSize { get; init; }
    public Chain<DraftModifier>? Modifiers { get; init; }

    /// <summary>The role of the words: only what is asked for becomes an order line.</summary>
    public Role Role { get; init; }

    public string Why { get; init; } = "";

    /// <summary>How sure the words are this dish, 0 to 1.</summary>
    public double Trust { get; init; } = 1;

    /// <summary>The menu words its dish was read from, to tell "pepperoni … pizza" from two pizzas.</summary>
    public int[] Stems { get; init; } = [];

    /// <summary>Split off from an earlier line: "one of them black".</summary>
    public bool IsShare { get; init; }

    /// <summary>What is left after a part was named: "ham on one, olives on the other".</summary>
    public bool IsRest { get; init; }

    /// <summary>What is left of a dish while a list gives each portion its own.</summary>
    public bool IsOneEach { get; init; }

    /// <summary>Counted, of the same kind as the dish before and named without it: "two garlic" behind "four naans".</summary>
    public bool IsKindShare { get; init; }

    /// <summary>Counted behind its name, as one of several: "rotis: two with butter, one without".</summary>
    public bool IsListed { get; init; }

    public bool IsPicture { get; init; }

    /// <summary>Only what it is had with was named: "a Sprite" for a soft drink.</summary>
    public bool IsImplied { get; init; }

    public bool IsUnknown => Item < 0 && Candidates.Length == 0;
    public bool IsOpen => Item < 0 && Candidates.Length > 0;

    public ulong Traits => Item >= 0 ? TraitOf(Item) : IsOpen ? Open | TraitsOf(Candidates) : 0;

    public int Shape => HashCode.Combine(Item, Quantity, Size, Candidates.Length, Start, Modifiers.Shape());

    /// <summary>Lines of one dish share a trait; so do those of a few others.</summary>
    public static ulong TraitOf(int item) => 1UL << (item % 63);

    public static ulong TraitsOf(int[] items)
    {
        var traits = 0UL;
        foreach (var item in items)
            traits |= TraitOf(item);
        return traits;
    }
}

/// <summary>Tokens that ask for something the menu does not have.</summary>
internal readonly record struct Missing(int Start, int End) : IShaped
{
    public int Shape => HashCode.Combine(Start);
}
