using Restaurant.Domain.Orders;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Reviews;

/// <summary>What a person decided about a message, beside what had been understood: the data that understanding is measured and bettered with.</summary>
public sealed class Verdict
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>0 where the words were typed in the Playground.</summary>
    public long MessageNumber { get; init; }
    public required string Words { get; init; }

    public Intent UnderstoodIntent { get; init; }

    /// <summary>Null where the place it was decided at does not know it.</summary>
    public double? Confidence { get; init; }
    public IReadOnlyList<OrderLine> UnderstoodLines { get; init; } = [];
    public IReadOnlyList<UnmatchedPhrase> Unmatched { get; init; } = [];

    public Intent DecidedIntent { get; init; }

    /// <summary>Empty unless the person decided that it is an order.</summary>
    public IReadOnlyList<OrderLine> DecidedLines { get; init; } = [];
    public required string DecidedBy { get; init; }
    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>The person decided otherwise than was understood.</summary>
    public bool Corrected { get; init; }

    /// <summary>Undone by a person: it says nothing any more.</summary>
    public bool TakenBack { get; set; }
}
