using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Menu;

namespace Restaurant.Pipeline.Messages;

/// <summary>Runs a message again because a person asked for it: from the start or from a step, as it came or with edited text.</summary>
public sealed class Replay(
    IMessageLog log, IMessageQueue queue, IRegister register, IMessageMoves moves, Outcomes outcomes, MessageFlow flow, MenuCache menu,
    ISettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <param name="from">A step's name; null begins at the first. With edited text it must be null.</param>
    /// <returns>Done with the new run, also where that only shows what would come of it; its sentence says which.</returns>
    public async Task<Change<Run>> RunAsync(long number, string? from, string? text, string who, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { } detail)
            return Change.NotFound<Run>("message");
        if (Problem(detail.Message, from, text) is { } problem)
            return Change.Refused<Run>(null, problem);

        await menu.ReadyAsync(cancellationToken);
        var original = detail.Turn.Count > 0 ? new Turn(detail.Turn).Text : detail.Message.Text;
        var now = clock.GetUtcNow();
        var understood = await UnderstandAsync(text ?? original, detail, from, now, cancellationToken);
        var run = BatchWork.RunOf(detail.Message.Number, understood, now) with
        {
            StartedBy = who,
            Text = text ?? (detail.Turn.Count > 0 ? original : null),
        };

        return detail.Message.Status == MessageStatus.DeadLettered
            ? await RegisterAsync(detail.Message.Number, understood, run, cancellationToken)
            : await ReplaceAsync(detail.Message.Number, understood, run, who, cancellationToken);
    }

    /// <summary>A person says what the message is; what was registered moves there.</summary>
    public async Task<Change<CustomerMessage>> CorrectAsync(long number, Intent intent, string who, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { } detail)
            return Change.NotFound<CustomerMessage>("message");
        if (detail.Message.Status != MessageStatus.Registered)
            return Change.Refused(detail.Message, "Only a registered message can be corrected. Replay it first.");

        await menu.ReadyAsync(cancellationToken);
        var text = (detail.Runs is [var newest, ..] ? newest.Text : null) ?? detail.Message.Text;
        var understood = await flow.UnderstandAsync(text, menu.Current, settings.Current, clock.GetUtcNow(), cancellationToken);
        var wanted = Enum.Parse<MessageOutcome>(intent.ToString());
        var (moved, sentence) = await outcomes.MoveAsync(detail.Message.Number, wanted, understood.Context, who, cancellationToken);
        var after = (await log.FindAsync(detail.Message.Number, cancellationToken))!.Message;
        return moved ? Change.Done(after, sentence) : Change.Refused(after, sentence);
    }

    // What came of a turn stands with its first message.
    private async Task<MessageDetail?> FindAsync(long number, CancellationToken cancellationToken) =>
        await log.FindAsync(number, cancellationToken) is { Message.TurnNumber: { } first }
            ? await log.FindAsync(first, cancellationToken)
            : await log.FindAsync(number, cancellationToken);

    private string? Problem(CustomerMessage message, string? from, string? text) => (message.Status, from, text) switch
    {
        (MessageStatus.Waiting or MessageStatus.Processing, _, _) => "The message is still being worked on. Wait until it is done.",
        (_, not null, not null) => "Edited text is read from the start. Leave the step out.",
        (_, not null, _) when !flow.StepNames.Contains(from) => $"There is no step {from}. The steps are {string.Join(", ", flow.StepNames)}.",
        _ => null,
    };

    private ValueTask<Understood> UnderstandAsync(
        string text, MessageDetail detail, string? from, DateTimeOffset now, CancellationToken cancellationToken) =>
        from is not null && detail.Runs.Count > 0
            ? flow.ReplayAsync(new(text, menu.Current, settings.Current, now), detail.Runs[0].Steps, from, cancellationToken)
            : flow.UnderstandAsync(text, menu.Current, settings.Current, now, cancellationToken);

    private async Task<Change<Run>> RegisterAsync(long number, Understood understood, Run run, CancellationToken cancellationToken)
    {
        var owner = $"replay/{run.Id:N}";
        var messages = await queue.ReviveAsync(number, owner, Lease, cancellationToken);
        if (messages.Count == 0)
            return Change.Refused<Run>(null, "Somebody else replays this message at this moment. Look at it again.");

        var turn = new Turn(messages);
        var error = understood.Error;
        if (error is null)
        {
            try
            {
                await register.AddAsync(owner, [new(turn, understood, run, understood.Decision.Outcome)], cancellationToken);
                return Change.Done(run, understood.Decision.Reason);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                error = $"Could not be registered: {exception.GetBaseException().Message}";
            }
        }

        var failed = run with { Outcome = RunOutcome.Failed, Error = error };
        await queue.FailAsync(owner, turn, failed, null, cancellationToken);
        return Change.Refused(failed, $"It failed again: {error}");
    }

    private async Task<Change<Run>> ReplaceAsync(long number, Understood understood, Run run, string who, CancellationToken cancellationToken)
    {
        await moves.KeepAsync(run, cancellationToken);
        if (understood.Error is not null)
            return Change.Refused(run, $"It failed: {understood.Error}. What was registered stays.");
        if ((await moves.FindAsync(number, cancellationToken)).WasMoved)
            return Change.Done(run, "Somebody has moved this message before, and what they decided stays. Change it on the page where it lies now.");
        var (_, sentence) = await outcomes.MoveAsync(number, understood.Decision.Outcome, understood.Context, who, cancellationToken);
        return Change.Done(run, sentence);
    }
}
