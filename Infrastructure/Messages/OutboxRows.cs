using Restaurant.Domain.Notifications;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Messages;

/// <summary>Writes notices in the running transaction. One whose key is there already has been told: it is left out, and its batch goes on.</summary>
internal static class OutboxRows
{
    private static readonly RowSource<OutboxMessage> Source = new(
        new RowColumn<OutboxMessage, Guid>("id", notice => notice.Id),
        new RowColumn<OutboxMessage, string>("key", notice => notice.Key),
        new RowColumn<OutboxMessage, string>("room", notice => notice.Room.ToString()),
        new RowColumn<OutboxMessage, string>("status", notice => notice.Status.ToString()),
        new RowColumn<OutboxMessage, string>("payload", notice => notice.Payload),
        new RowColumn<OutboxMessage, DateTimeOffset>("created", notice => notice.CreatedAt),
        new RowColumn<OutboxMessage, DateTimeOffset>("due", notice => notice.DueAt));

    public static async Task AddAsync(RestaurantDb database, IReadOnlyList<OutboxMessage> notices, CancellationToken cancellationToken)
    {
        if (notices.Count == 0)
            return;
        await Source.QueryAsync(
            database,
            """
            INSERT INTO outbox ("Id", "Key", "Room", "Status", "Payload", "CreatedAt", "DueAt", "Attempts")
            SELECT r.id, r.key, r.room, r.status, r.payload, r.created, r.due, 0 FROM {rows} WHERE TRUE
            ON CONFLICT ("Key") DO NOTHING
            """,
            notices, [], reader => reader.FieldCount, cancellationToken);
    }
}
