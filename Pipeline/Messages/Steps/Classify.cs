using System.Text.Json;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Engine;
using Restaurant.Pipeline.Learning;

namespace Restaurant.Pipeline.Messages.Steps;

/// <summary>Names what the sender wants, from the words and from what they can be read as.</summary>
public sealed class Classify(CurrentIntentModel model) : IMessageStep
{
    public string Name => nameof(Classify);

    public ValueTask<StepResult<MessageContext>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        var guess = IntentClassifier.Classify(context.Screened!, context.Reading, model.Value);
        var summary = $"{IntentWords.Head(guess.Intent)}, {Percent.Of(guess.Confidence)}: {guess.Reason}";

        return new(new StepResult<MessageContext>(context with { Guess = guess }, summary, StepDetail.Of(guess)));
    }

    public MessageContext Restore(MessageContext context, string? detail) =>
        detail is null ? context : context with { Guess = JsonSerializer.Deserialize(detail, StepDetail.Default.IntentGuess) };
}
