namespace Restaurant.Domain.Notifications;

/// <summary>
/// The rooms that had no usable address when this node last looked. What is written for them is set aside from the start instead of in a second
/// write; where an address has come in between, the pump takes it up again.
/// </summary>
public sealed class SilentRooms
{
    private int silent;

    public bool Contains(Room room) => (Volatile.Read(ref silent) & Bit(room)) != 0;

    public void Add(Room room) => Interlocked.Or(ref silent, Bit(room));

    /// <returns>True when it was among them.</returns>
    public bool Remove(Room room) => (Interlocked.And(ref silent, ~Bit(room)) & Bit(room)) != 0;

    private static int Bit(Room room) => 1 << (int)room;
}
