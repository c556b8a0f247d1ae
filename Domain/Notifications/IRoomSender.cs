namespace Restaurant.Domain.Notifications;

/// <summary>Brings one notice to one room. Never throws for what the other side does: that is an outcome.</summary>
public interface IRoomSender
{
    /// <summary>One round: a few quick tries. The key goes along, so that a repeat can be recognised.</summary>
    Task<SendResult> SendAsync(RoomNotice notice, string key, string address, CancellationToken cancellationToken);

    /// <summary>Whether the other side answers at all; tells it nothing. Gives up within a few seconds.</summary>
    Task<bool> AnswersAsync(string address, CancellationToken cancellationToken);

    /// <summary>Why an address cannot be used, for people; null when it can.</summary>
    string? Problem(Room room, string address);
}

/// <param name="Sentence">What happened and what to do, for people; without the address, which is a secret.</param>
/// <param name="Wait">Nothing may be sent to this address before so much time has passed; zero when there is no limit.</param>
public sealed record SendResult(SendOutcome Outcome, string Sentence, TimeSpan Wait = default);

public enum SendOutcome
{
    Sent,

    /// <summary>Not sent, and nobody's fault: the other side asks to wait. Does not count as a failed round.</summary>
    Busy,

    /// <summary>The round failed; another may succeed.</summary>
    Failed,

    /// <summary>It failed before, and the other side still does not answer: no round was made, and none is counted.</summary>
    Away,

    /// <summary>Will never succeed as it is: a person must do something first.</summary>
    Refused,
}
