using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Engine;
using Restaurant.Pipeline.Learning;
using Restaurant.Pipeline.Messages.Steps;

namespace Restaurant.Pipeline.Messages;

/// <summary>From words to a decision. Pure in the default path: no storage, no network, safe for many threads at once.</summary>
public sealed class MessageFlow
{
    private readonly IReadOnlyList<IMessageStep> steps;
    private readonly Flow<MessageContext> flow;

    /// <param name="meaning">Null where no embedding model is given.</param>
    /// <param name="opinion">Null where no language model is configured.</param>
    /// <param name="model">Null reads with what our own examples teach.</param>
    public MessageFlow(TimeProvider clock, MatchMeaning? meaning = null, SecondOpinion? opinion = null, CurrentIntentModel? model = null)
    {
        // The whole way, in order. Parse stands before Classify on purpose: docs/decisions/0010.
        steps =
        [
            new Screen(),
            new Parse(),
            new Classify(model ?? new()),
            new Match(),
            .. Given(meaning),
            new Price(),
            new Decide(),
            .. Given(opinion),
        ];
        flow = new(clock, steps);
        StepNames = [.. steps.Select(step => step.Name)];
    }

    public IReadOnlyList<string> StepNames { get; }

    public async ValueTask<Understood> UnderstandAsync(
        string text, MenuIndex index, RestaurantSettings settings, DateTimeOffset now, CancellationToken cancellationToken,
        IStepWatcher? watcher = null)
    {
        var result = await flow.RunAsync(new(text, index, settings, now), 0, cancellationToken, watcher);
        return new(result.Context, result.Trace, result.Microseconds, result.Failure?.Message);
    }

    /// <summary>Begins at a step, with what the steps before it found in an earlier run.</summary>
    /// <param name="from">A name of <see cref="StepNames"/>.</param>
    public async ValueTask<Understood> ReplayAsync(MessageContext context, IReadOnlyList<RunStep> earlier, string from, CancellationToken cancellationToken)
    {
        var first = steps.Index().Single(step => step.Item.Name == from).Index;
        foreach (var step in steps.Take(first))
            context = step.Restore(context, earlier.LastOrDefault(record => record.Name == step.Name)?.Detail);

        var result = await flow.RunAsync(context, first, cancellationToken);
        return new(result.Context, result.Trace, result.Microseconds, result.Failure?.Message);
    }

    private static IEnumerable<IMessageStep> Given(IMessageStep? step) => step is null ? [] : [step];
}
