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

    private const string Insert = """
        INSERT INTO outbox ("Id", "Key", "Room", "Status", "Payload", "CreatedAt", "DueAt", "Attempts")
        SELECT r.id, r.key, r.room, r.status, r.payload, r.created, r.due, 0 FROM {rows} WHERE TRUE
        ON CONFLICT ("Key") DO NOTHING
        """;

    public static void AddTo(Inserts inserts, RestaurantDb database, IReadOnlyList<OutboxMessage> notices) => inserts.Add(
        notices.Count,
        stop => Source.QueryAsync(database, Insert, notices, [], reader => reader.FieldCount, stop),
        () => [Source.Command(database, Insert, notices, [])]);
}
