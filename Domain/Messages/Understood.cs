using Restaurant.Domain.Runs;

namespace Restaurant.Domain.Messages;

/// <summary>How the flow ended for one text: what was understood and every step on the way.</summary>
/// <param name="Error">Why it ended early, for people; null when it reached a decision.</param>
/// <param name="Microseconds">From the first step's start to the last one's end.</param>
public sealed record Understood(MessageContext Context, IReadOnlyList<RunStep> Steps, long Microseconds, string? Error = null)
{
    /// <exception cref="InvalidOperationException">The flow ended with an <see cref="Error"/>.</exception>
    public Decision Decision => Context.Decision ?? throw new InvalidOperationException(Error ?? "The flow ended without a decision.");
}
