namespace Restaurant.Domain.Understanding.Tokens;

internal enum TokenKind : byte
{
    Word,

    /// <summary>A number that may count something.</summary>
    Number,

    /// <summary>"x2", "3x": a count that says so itself.</summary>
    Times,

    /// <summary>A number that counts nothing: a time, price, phone, table, address or list position.</summary>
    Noise,

    Comma,
    Stop,
    Line,
    Emoji,
}

/// <summary>A piece of the message. <see cref="Key"/> is what it is looked up by: lower case, no accents, no apostrophes.</summary>
internal readonly record struct Token(int Start, int Length, TokenKind Kind, string Key, int Value = 0)
{
    public const string Colon = ":";
    public const string Open = "(";
    public const string Close = ")";

    /// <summary>The value of a question mark.</summary>
    public const int Asking = 1;

    public int End => Start + Length;

    /// <summary>Written with a letter that is not English: "complète" is not "complete".</summary>
    public bool IsForeign { get; init; }

    public bool IsBreak => Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Line;
}
