namespace Restaurant.Domain.Live;

/// <summary>What a viewer may watch; flags, so that a page watches all it shows with one subscription.</summary>
[Flags]
public enum Topic
{
    None = 0,
    Messages = 1 << 0,
    Orders = 1 << 1,
    Enquiries = 1 << 2,
    Reviews = 1 << 3,
    Filing = 1 << 4,
    Menu = 1 << 5,
    Outbox = 1 << 6,
    Simulation = 1 << 7,
    Settings = 1 << 8,
    Jobs = 1 << 9,
    Learning = 1 << 10,

    /// <summary>Messages wait in the table for a pump of any node to claim them.</summary>
    Waiting = 1 << 15,
}
