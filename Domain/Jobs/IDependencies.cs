namespace Restaurant.Domain.Jobs;

/// <summary>What the product leans on, and what happens while a part of it is away.</summary>
public interface IDependencies
{
    /// <summary>Never throws: what does not answer is a state.</summary>
    Task<IReadOnlyList<Dependency>> ReadAsync(CancellationToken cancellationToken);
}

/// <param name="Name">"Database", "Redis", "Discord", "Language model".</param>
/// <param name="Since">Since when it is away, as far as this node knows; null when it answers or is not used.</param>
/// <param name="Sentence">For people: how it is now.</param>
/// <param name="Waits">What waits meanwhile; empty when nothing does.</param>
/// <param name="Next">What happens next, by itself or by a person; empty when nothing must.</param>
public sealed record Dependency(string Name, DependencyState State, DateTimeOffset? Since, string Sentence, string Waits, string Next);

public enum DependencyState
{
    /// <summary>Not configured; the product does without.</summary>
    NotUsed,
    Up,
    Down,
}
