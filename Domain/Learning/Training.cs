namespace Restaurant.Domain.Learning;

/// <summary>One training of the classifier: what it learned from, how it did against the one before, and whether it took its place.</summary>
public sealed class Training
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; init; }

    /// <summary>Who asked for it: a person's e-mail, or "nightly".</summary>
    public required string StartedBy { get; init; }

    /// <summary>Decisions until this moment were learned from, so that the same model can be made again.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>Decisions of people among the examples.</summary>
    public int Corrections { get; init; }

    /// <summary>Messages held back for the comparison.</summary>
    public int HeldBack { get; init; }
    public int CurrentRight { get; init; }
    public int CandidateRight { get; init; }
    public bool Replaced { get; init; }
    public long Milliseconds { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Summary { get; init; }
}
