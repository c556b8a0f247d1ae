namespace Restaurant.Domain.Messages;

/// <summary>Messages of one sender that are read together; mostly one.</summary>
/// <param name="Messages">In number order, at least one; the first registers, the others are merged into it.</param>
public sealed record Turn(IReadOnlyList<CustomerMessage> Messages)
{
    public CustomerMessage First => Messages[0];

    public string Text => Messages.Count == 1 ? First.Text : string.Join('\n', Messages.Select(message => message.Text));

    /// <summary>Claimed messages as turns, in number order.</summary>
    public static IReadOnlyList<Turn> Of(IEnumerable<CustomerMessage> messages) =>
    [
        .. messages
            .GroupBy(message => message.TurnNumber ?? message.Number)
            .Select(turn => new Turn([.. turn.OrderBy(message => message.Number)]))
            .OrderBy(turn => turn.First.Number),
    ];
}
