using Restaurant.Domain.Messages;
using Restaurant.Domain.Orders;
using Restaurant.Pipeline.Engine;

namespace Restaurant.Pipeline.Messages.Steps;

/// <summary>Prices the lines from the menu table and says what cannot be made.</summary>
public sealed class Price : IMessageStep
{
    public string Name => nameof(Price);

    public ValueTask<StepResult<MessageContext>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        if (context.Reading.Lines.Count == 0)
            return new(new StepResult<MessageContext>(context, "Nothing to price"));

        var priced = Pricing.Price(context.Reading.Lines, context.Index.Menu, context.Now);
        var problems = priced.Problems.Count == 0 ? "" : $"; {string.Join(", ", priced.Problems)}";
        var summary = $"{Sentences.Count(priced.Lines.Count, "line")} for {context.Settings.Format(priced.TotalMinor)}{problems}";

        return new(new StepResult<MessageContext>(context with { Priced = priced }, summary));
    }

    // Prices are never taken from a trace: the menu of now says what a line costs.
    public MessageContext Restore(MessageContext context, string? detail) =>
        context with { Priced = Pricing.Price(context.Reading.Lines, context.Index.Menu, context.Now) };
}
