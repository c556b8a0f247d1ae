namespace Restaurant.Pipeline.Outbox;

/// <summary>How patiently the outbox is emptied. After the last wait's round the notice is given up and a person is asked.</summary>
/// <param name="Waits">Before the second round, the third, and so on; before each of them the room is asked first whether it answers.</param>
/// <param name="Look">How often a room that does not answer is asked again, by all nodes together.</param>
/// <param name="Lease">Longer than any round can last: then nobody else can be sending the same notice.</param>
/// <param name="SlowLook">What a lost signal may cost at most.</param>
public sealed record OutboxPace(IReadOnlyList<TimeSpan> Waits, TimeSpan Look, TimeSpan Lease, TimeSpan SlowLook)
{
    public static OutboxPace Default { get; } = new(
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60)], TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(15));

    public int Rounds => Waits.Count + 1;
}
