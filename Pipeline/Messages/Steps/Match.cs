using System.Text.Json;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Engine;

namespace Restaurant.Pipeline.Messages.Steps;

/// <summary>Looks for the nearest dishes where the menu does not have what was asked for.</summary>
public sealed class Match : IMessageStep
{
    public string Name => nameof(Match);

    public ValueTask<StepResult<MessageContext>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        if (context.Reading.Unmatched.Count == 0)
            return new(new StepResult<MessageContext>(context, "Everything read is on the menu"));

        var reading = OrderMatcher.Match(context.Reading, context.Index);
        var summary = string.Join("; ", reading.Unmatched.Select(Sentences.Of));

        return new(new StepResult<MessageContext>(context with { Reading = reading }, summary, StepDetail.Of(reading)));
    }

    public MessageContext Restore(MessageContext context, string? detail) =>
        detail is null ? context : context with { Reading = JsonSerializer.Deserialize(detail, StepDetail.Default.OrderReading)! };
}
