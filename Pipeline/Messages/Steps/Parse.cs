using System.Text.Json;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Engine;

namespace Restaurant.Pipeline.Messages.Steps;

/// <summary>Reads the words as an order, whatever they turn out to be: a dish asked for is the strongest sign of what the sender wants.</summary>
public sealed class Parse : IMessageStep
{
    public string Name => nameof(Parse);

    public ValueTask<StepResult<MessageContext>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        var reading = OrderParser.Parse(context.Screened!, context.Index);

        return new(new StepResult<MessageContext>(context with { Reading = reading }, Sentences.Of(reading), StepDetail.Of(reading)));
    }

    public MessageContext Restore(MessageContext context, string? detail) =>
        detail is null ? context : context with { Reading = JsonSerializer.Deserialize(detail, StepDetail.Default.OrderReading)! };
}
