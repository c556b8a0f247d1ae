using Restaurant.Domain.Learning;
using Restaurant.Domain.Understanding.Calibration;
using Restaurant.Domain.Understanding.Intents;
using Restaurant.Pipeline.Menu;

namespace Restaurant.Pipeline.Learning;

/// <summary>Trains the classifier on what people decided, and lets the new one take over only where it is better on held-back messages.</summary>
public sealed class IntentTraining(ILearning learning, CurrentIntentModel current, MenuCache menu, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private Guid inUse;

    public bool IsRunning => one.CurrentCount == 0;

    /// <param name="who">A person's e-mail, or "nightly".</param>
    /// <returns>What came of it; the comparison stands in its sentence.</returns>
    public async Task<Training> RetrainAsync(string who, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var began = clock.GetTimestamp();
            var now = clock.GetUtcNow();
            var corrections = await CorrectionsAsync(now, cancellationToken);
            var candidate = await TrainAsync(corrections, cancellationToken);
            var heldBack = HeldBackMessage.Own.Concat(Lessons.ToTestWith(corrections, menu.Current)).ToList();
            var comparison = await Task.Run(() => LearningComparison.Compare(current.Value, candidate, heldBack), cancellationToken);

            var training = new Training
            {
                At = now,
                Until = now,
                StartedBy = who,
                Corrections = corrections.Count(correction => !Lessons.IsHeldBack(correction)),
                HeldBack = comparison.Messages,
                CurrentRight = comparison.CurrentRight,
                CandidateRight = comparison.CandidateRight,
                Replaced = comparison.IsBetter,
                Milliseconds = (long)clock.GetElapsedTime(began).TotalMilliseconds,
                Summary = comparison.Summary,
            };
            await learning.AddTrainingAsync(training, who, cancellationToken);
            if (training.Replaced)
            {
                current.Use(candidate);
                inUse = training.Id;
            }

            return training;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Makes the model in use again after a start, or when another node has replaced it.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            // Asked for under the lock: our own training wakes us too, and has put its model in place by now.
            if (await learning.InUseAsync(cancellationToken) is not { } training || training.Id == inUse)
                return;
            current.Use(await TrainAsync(await CorrectionsAsync(training.Until, cancellationToken), cancellationToken));
            inUse = training.Id;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<IReadOnlyList<Correction>> CorrectionsAsync(DateTimeOffset until, CancellationToken cancellationToken) =>
        [.. (await learning.VerdictsAsync(until, cancellationToken)).Select(verdict => verdict.ToCorrection())];

    private Task<IntentModel> TrainAsync(IReadOnlyList<Correction> corrections, CancellationToken cancellationToken) =>
        Task.Run(() => IntentModel.Train([.. IntentExamples.Own(), .. Lessons.ToTrainWith(corrections, menu.Current)]), cancellationToken);
}
