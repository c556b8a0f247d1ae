namespace Restaurant.Domain.Notifications;

public static class RoomSecrets
{
    /// <summary>The setting that holds a room's webhook address: "Discord:Orders" and so on, "Webhook:Jobs" for the jobs. It is a secret, because whoever has it can write to the room.</summary>
    public static string AddressOf(Room room) => room == Room.Jobs ? "Webhook:Jobs" : $"Discord:{room}";
}
