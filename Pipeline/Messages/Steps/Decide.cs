using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Engine;

namespace Restaurant.Pipeline.Messages.Steps;

/// <summary>Decides where the message goes; what is unsure goes to a person.</summary>
public sealed class Decide : IMessageStep
{
    public string Name => nameof(Decide);

    public ValueTask<StepResult<MessageContext>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        var confidence = Confidence.Of(context.Screened!, context.Guess!, context.Reading);
        var against = confidence < context.Settings.Threshold ? Confidence.Against(context.Screened!, context.Guess!, context.Reading) : [];
        var decision = Decider.Decide(context.Screened!, context.Guess!, context.Reading, context.Priced, confidence, new DecisionSettings(context.Settings.Threshold), against);
        var outcome = decision.Outcome == MessageOutcome.Review ? StepOutcome.HandedOver : StepOutcome.Continued;
        var summary = $"{Sentences.Noun(decision.Outcome)}: {decision.Reason}";

        return new(new StepResult<MessageContext>(context with { Decision = decision }, summary, null, outcome));
    }

    public MessageContext Restore(MessageContext context, string? detail) => context;
}
