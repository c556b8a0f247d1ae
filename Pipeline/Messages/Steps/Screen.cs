using System.Text.Json;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Engine;

namespace Restaurant.Pipeline.Messages.Steps;

/// <summary>Mends the text and notes what is odd about it.</summary>
public sealed class Screen : IMessageStep
{
    public string Name => nameof(Screen);

    public ValueTask<StepResult<MessageContext>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        var screened = Screener.Screen(context.Text);
        var size = $"{Sentences.Language(screened.Language)}, {Sentences.Count(screened.Text.Length, "character")}";
        var summary = screened.Flags.Count == 0 ? size : $"{size}; notable: {string.Join(", ", screened.Flags)}";

        // Most texts come through unchanged; storing them once more would double the trace.
        var detail = screened.Flags.Count == 0 && screened.Text == context.Text ? null : StepDetail.Of(screened);
        return new(new StepResult<MessageContext>(context with { Screened = screened }, summary, detail));
    }

    public MessageContext Restore(MessageContext context, string? detail) => context with
    {
        Screened = detail is null
            ? Screener.Screen(context.Text)
            : JsonSerializer.Deserialize(detail, StepDetail.Default.ScreenedMessage),
    };
}
