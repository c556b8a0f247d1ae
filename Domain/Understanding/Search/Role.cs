namespace Restaurant.Domain.Understanding.Search;

/// <summary>What a stretch of the message does with the dishes it names.</summary>
internal enum Role : byte
{
    /// <summary>A bare list, which asks for what it names.</summary>
    Plain,
    Request,

    /// <summary>Asks about a dish without asking for it.</summary>
    Question,

    /// <summary>Tells of a dish: praise, a past meal, a vague plan.</summary>
    Story,
}
