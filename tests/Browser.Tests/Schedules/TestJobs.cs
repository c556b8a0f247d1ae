using System.ComponentModel.DataAnnotations;
using Restaurant.Domain.Jobs;

namespace Restaurant.Browser.Tests.Schedules;

/// <summary>Holds the test's jobs back until the test has seen what it wants to see.</summary>
public sealed class Baton
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task WaitAsync(CancellationToken cancellationToken) => next.Task.WaitAsync(cancellationToken);

    public void Pass()
    {
        var held = next;
        next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        held.SetResult();
    }
}

/// <summary>Packs boxes, and stops half-way until the baton is passed.</summary>
internal sealed class PackBoxes(Baton baton) : Job<PackBoxes.Boxes>, IDefinedJob
{
    public static JobDefinition Definition { get; } = new("test/pack", "Pack boxes", "Packs boxes, with a rest in the middle.") { Arguments = typeof(Boxes), Concurrency = 10, Retry = RetryPolicy.None };

    public override async Task<string> RunAsync(Boxes arguments, IJobProgress progress, CancellationToken cancellationToken)
    {
        progress.Report(50, $"{arguments.Count / 2} of {arguments.Count} boxes");
        progress.Log("Resting half-way.");
        await baton.WaitAsync(cancellationToken);
        return $"{arguments.Count} boxes packed for {arguments.Label}";
    }

    internal sealed record Boxes
    {
        [Range(1, 100)]
        public int Count { get; init; } = 10;

        [Required, MaxLength(40)]
        public string Label { get; init; } = "the shelf";
    }
}

/// <summary>Fails at once unless it is told to be well.</summary>
internal sealed class Moody : Job<Moody.Mood>, IDefinedJob
{
    public static JobDefinition Definition { get; } = new("test/moody", "Moody", "Fails unless told otherwise.") { Arguments = typeof(Mood), Concurrency = 10, Retry = RetryPolicy.None };

    public override Task<string> RunAsync(Mood arguments, IJobProgress progress, CancellationToken cancellationToken)
    {
        progress.Log($"Asked to be {(arguments.IsWell ? "well" : "ill")}.");
        return arguments.IsWell ? Task.FromResult("In good spirits") : throw new InvalidOperationException($"The oven of {arguments.Place} is cold. Heat it, then replay.");
    }

    internal sealed record Mood
    {
        public bool IsWell { get; init; }
        public string Place { get; init; } = "the bakery";
    }
}
