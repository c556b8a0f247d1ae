namespace Restaurant.Domain.Understanding.Intents;

/// <summary>What stands at a place of a message, as far as its intent goes.</summary>
internal enum MarkKind : byte
{
    Word, Number, Time, Price, LongNumber, Break, Question, Exclamation, GladSign, SadSign, Sign,

    /// <summary>Words that were read as a dish; what dish does not matter for the intent.</summary>
    Dish,

    /// <summary>Words asked for that the menu does not have.</summary>
    Unknown,
}

/// <summary>One word or sign of a message. Immutable; the text is not kept.</summary>
internal readonly record struct Mark(MarkKind Kind, ulong Hash, int Start, int Length)
{
    public int End => Start + Length;
}
