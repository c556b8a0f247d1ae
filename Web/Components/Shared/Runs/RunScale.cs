using System.Globalization;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;

namespace Restaurant.Web.Components.Shared.Runs;

/// <summary>Lays a run's steps, and the waits around it, out to scale; all shares are of the whole, 0 to 1.</summary>
public static class RunScale
{
    /// <summary>The steps and the gaps between them, in microseconds from the run's start.</summary>
    public static IReadOnlyList<ScaledSpan> Steps(IReadOnlyList<RunStep> steps, long whole)
    {
        whole = Math.Max(Math.Max(whole, 1), steps.Select(step => step.OffsetMicroseconds + step.Microseconds).DefaultIfEmpty().Max());
        var spans = new List<ScaledSpan>(steps.Count);
        var reached = 0L;
        foreach (var step in steps)
        {
            var gap = Math.Max(0, step.OffsetMicroseconds - reached);
            reached = Math.Max(reached, step.OffsetMicroseconds + step.Microseconds);
            spans.Add(new(step.Name, step.OffsetMicroseconds / (double)whole, step.Microseconds / (double)whole, step.Microseconds, step.Outcome)
            {
                GapShare = gap / (double)whole,
                GapMicroseconds = gap,
            });
        }

        return spans;
    }

    /// <summary>From the customer's phone to the decision: what took the time, waiting included. Clocks of channels may be off, so no part is below zero.</summary>
    public static IReadOnlyList<ScaledSpan> Journey(CustomerMessage message, Run? run, DateTimeOffset now)
    {
        var began = run?.StartedAt ?? now;
        List<(string Name, char Kind, long Length)> parts =
        [
            ("On its way to us", 'a', Between(message.SentAt, message.ReceivedAt)),
            ("Waited in the inbox", 'b', Between(message.ReceivedAt, began)),
        ];
        if (run is not null)
            parts.Add(("Understood", 'c', run.Microseconds));
        if (run is not null && message.ProcessedAt is { } done)
            parts.Add(("Written down", 'd', Between(run.StartedAt.AddMicroseconds(run.Microseconds), done)));

        var whole = Math.Max(1, parts.Sum(part => part.Length));
        var at = 0L;
        var spans = new List<ScaledSpan>(parts.Count);
        foreach (var (name, kind, length) in parts.Where(part => part.Length > 0))
        {
            spans.Add(new(name, at / (double)whole, length / (double)whole, length, StepOutcome.Continued) { Kind = kind });
            at += length;
        }

        return spans;
    }

    /// <summary>Round marks for an axis of this length: at most six.</summary>
    public static IReadOnlyList<long> Marks(long whole)
    {
        var step = 1L;
        for (var factor = 0; whole / step > 5; factor++)
            step = step / (factor % 3 == 1 ? 2 : 1) * (factor % 3 == 1 ? 5 : 2);
        return [.. Enumerable.Range(0, 7).Select(count => count * step).TakeWhile(mark => mark <= whole)];
    }

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(share, 0, 1) * 100:0.##}%");

    private static long Between(DateTimeOffset from, DateTimeOffset to) => Math.Max(0, (long)(to - from).TotalMicroseconds);
}

/// <param name="Start">Where it begins, as a share of the whole.</param>
/// <param name="Length">How long it is, as a share of the whole.</param>
public sealed record ScaledSpan(string Name, double Start, double Length, long Microseconds, StepOutcome Outcome)
{
    /// <summary>Which part of the journey it is, for the style sheet: a way, b wait, c understanding, d writing down.</summary>
    public char Kind { get; init; }

    /// <summary>The wait before it in which no step ran.</summary>
    public double GapShare { get; init; }
    public long GapMicroseconds { get; init; }
}
