using Restaurant.Domain.Jobs;

namespace Restaurant.Pipeline.Learning;

/// <summary>Every night the classifier learns from what people decided.</summary>
public sealed class ClassifierTraining(IntentTraining training) : Job<NoArguments>, IDefinedJob
{
    public static JobDefinition Definition { get; } = new(
        "learning/train", "Classifier training", "Trains the classifier on people's decisions; the new one takes over only where it is better on messages held back.")
    {
        Schedule = Timetable.Daily(new(3, 0)),
        IsHeavy = true,
    };

    public override async Task<string> RunAsync(NoArguments arguments, IJobProgress progress, CancellationToken cancellationToken)
    {
        progress.Report(5, "training and comparing");
        return (await training.RetrainAsync(progress.StartedBy, cancellationToken)).Summary;
    }
}
