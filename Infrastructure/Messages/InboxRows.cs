using Restaurant.Domain.Messages;
using Restaurant.Domain.Settings;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Messages;

/// <summary>Writes new messages: numbers them, refuses repeats by the unique index, and joins those of one sender to a turn.</summary>
internal sealed class InboxRows(ISettings settings, TimeProvider clock)
{
    // A sender who never stops writing is read at the latest after this many times the turn's wait.
    private const int LongestTurn = 5;

    // An open turn is looked for among the newest of its sender alone: a sender may have tens of thousands waiting.
    private const int LargestTurn = 200;

    private static readonly RowSource<Row> Source = new(
        new RowColumn<Row, string>("channel", row => row.Message.Channel),
        new RowColumn<Row, string>("external", row => row.Message.ExternalId),
        new RowColumn<Row, string>("sender", row => row.Message.Sender),
        new RowColumn<Row, string>("body", row => row.Message.Text),
        new RowColumn<Row, DateTimeOffset>("sent", row => row.Message.SentAt.ToUniversalTime()),
        new RowColumn<Row, DateTimeOffset>("due", row => row.DueAt),
        new RowColumn<Row, long?>("turn", row => row.Turn));

    private static readonly RowSource<(string Channel, string Key)> Keys = new(
        new RowColumn<(string Channel, string Key), string>("channel", key => key.Channel),
        new RowColumn<(string Channel, string Key), string>("key", key => key.Key));

    // Leased by this node where the pass says so, unless an earlier message of the sender waits in the table or is another's: then it waits its turn there.
    // The limit keeps PostgreSQL from asking that once for each column.
    private const string Insert = """
        INSERT INTO messages
          ("Channel", "ExternalId", "Sender", "Text", "SentAt", "DueAt", "TurnNumber", "ReceivedAt", "Status", "Attempts", "Claims", "LeaseOwner", "LeaseUntil")
        SELECT n.channel, n.external, n.sender, n.body, n.sent, n.due, n.turn, @now, CASE WHEN n.free THEN 'Processing' ELSE 'Waiting' END, 0,
          CASE WHEN n.free THEN 1 ELSE 0 END, CASE WHEN n.free THEN @owner END, CASE WHEN n.free THEN @until END
        FROM (
          SELECT r.channel, r.external, r.sender, r.body, r.sent, r.due, r.turn, r.due <= @now AND @until > @now AND COALESCE((
            SELECT CASE WHEN e."LeaseOwner" = @owner AND e."LeaseUntil" > @now THEN 1 ELSE 0 END FROM messages AS e
            WHERE e."ProcessedAt" IS NULL AND e."Sender" = r.sender AND e."Channel" = r.channel ORDER BY e."Number" DESC LIMIT 1), 1) = 1 AS free
          FROM {rows} LIMIT 100000) AS n
        WHERE TRUE
        ON CONFLICT ("Channel", "ExternalId") DO NOTHING
        RETURNING "Channel", "ExternalId", "Number", "LeaseOwner"
        """;

    /// <summary>Some wait whether their sender writes on: then more than one statement belongs together.</summary>
    public bool Joins(IReadOnlyList<NewMessage> messages) => settings.Current.TurnSeconds > 0 && messages.Any(message => !message.Immediately);

    /// <param name="pass">Null where nothing may be leased.</param>
    /// <param name="joins">What <see cref="Joins"/> said; where it is so, a transaction must be running.</param>
    /// <returns>What came of each, and which are leased, in number order.</returns>
    public async Task<(List<ReceivedMessage> Received, List<CustomerMessage> Leased)> InsertAsync(
        RestaurantDb database, IReadOnlyList<NewMessage> messages, LanePass? pass, bool joins)
    {
        var leased = new List<CustomerMessage>();
        var now = clock.GetUtcNow();
        var wait = TimeSpan.FromSeconds(settings.Current.TurnSeconds);
        var turns = joins ? await OpenTurnsAsync(database, messages, now, wait) : [];
        var received = new ReceivedMessage?[messages.Count];

        for (var left = Enumerable.Range(0, messages.Count).ToList(); left.Count > 0;)
        {
            // A second message of a sender waits for the round in which the number of the first is known.
            var (round, later) = joins ? Split(messages, left, turns) : (left, []);
            var rows = round.Select(at => Plan(messages[at])).ToList();
            var numbers = await InsertRowsAsync(database, rows, now, pass, leased);
            await SettleAsync(database, messages, round, numbers, received, turns);
            left = later;
        }

        return ([.. received.Select(one => one!)], leased);

        Row Plan(NewMessage message) => message.Immediately || !joins
            ? new(message, now, null)
            : new(message, now + wait, turns.TryGetValue((message.Channel, message.Sender), out var turn) ? turn : null);
    }

    private static (List<int> Round, List<int> Later) Split(
        IReadOnlyList<NewMessage> messages, List<int> left, Dictionary<(string, string), long> turns)
    {
        var (round, later) = (new List<int>(left.Count), new List<int>());
        var opening = new HashSet<(string, string)>();
        foreach (var at in left)
        {
            var message = messages[at];
            var sender = (message.Channel, message.Sender);
            (message.Immediately || turns.ContainsKey(sender) || opening.Add(sender) ? round : later).Add(at);
        }

        return (round, later);
    }

    // The lock on the first message's row holds until we commit: the pump cannot take the turn while we join it.
    private static async Task<Dictionary<(string, string), long>> OpenTurnsAsync(
        RestaurantDb database, IReadOnlyList<NewMessage> messages, DateTimeOffset now, TimeSpan wait)
    {
        var senders = messages.Where(message => !message.Immediately).Select(message => (message.Channel, message.Sender)).Distinct().ToList();
        var open = await Keys.QueryAsync(
            database,
            """
            UPDATE messages AS m SET "DueAt" = @due FROM {rows}
            WHERE m."Channel" = r.channel AND m."Sender" = r.key AND m."ProcessedAt" IS NULL AND m."TurnNumber" IS NULL
              AND m."LeaseOwner" IS NULL AND m."Attempts" = 0 AND m."DueAt" > @now AND m."DueAt" > m."ReceivedAt" AND m."ReceivedAt" > @earliest
              AND m."Number" > COALESCE((
                SELECT e."Number" FROM messages AS e WHERE e."ProcessedAt" IS NULL AND e."Sender" = r.key AND e."Channel" = r.channel
                ORDER BY e."Number" DESC LIMIT 1 OFFSET @most), 0)
            RETURNING "Channel", "Sender", "Number"
            """,
            senders,
            [("due", now + wait), ("now", now), ("earliest", now - (wait * LongestTurn)), ("most", LargestTurn)],
            reader => (Sender: (reader.GetString(0), reader.GetString(1)), Number: reader.GetInt64(2)),
            default);
        return open.GroupBy(turn => turn.Sender).ToDictionary(turn => turn.Key, turn => turn.Max(one => one.Number));
    }

    private static async Task<Dictionary<(string, string), long>> InsertRowsAsync(
        RestaurantDb database, List<Row> rows, DateTimeOffset now, LanePass? pass, List<CustomerMessage> leased)
    {
        // A lease that ends now is none.
        var until = now + (pass?.Lease ?? TimeSpan.Zero);
        var inserted = await Source.KeptHereAsync(
            database,
            Insert,
            rows,
            [("now", now), ("owner", pass?.Owner ?? ""), ("until", until)],
            reader => (Key: (reader.GetString(0), reader.GetString(1)), Number: reader.GetInt64(2), IsLeased: !reader.IsDBNull(3)));
        var numbers = inserted.ToDictionary(one => one.Key, one => one.Number);
        if (pass is null)
            return numbers;
        var free = inserted.Where(one => one.IsLeased).Select(one => one.Key).ToHashSet();
        foreach (var row in rows)
        {
            if (free.Remove((row.Message.Channel, row.Message.ExternalId)))
                leased.Add(Leased(row.Message, numbers[(row.Message.Channel, row.Message.ExternalId)], now, pass));
        }

        return numbers;
    }

    private static CustomerMessage Leased(NewMessage message, long number, DateTimeOffset now, LanePass pass) => new()
    {
        Number = number,
        Channel = message.Channel,
        ExternalId = message.ExternalId,
        Sender = message.Sender,
        Text = message.Text,
        SentAt = message.SentAt,
        ReceivedAt = now,
        DueAt = now,
        Status = MessageStatus.Processing,
        LeaseOwner = pass.Owner,
        LeaseUntil = now + pass.Lease,
        Claims = 1,
    };

    private static async Task SettleAsync(
        RestaurantDb database, IReadOnlyList<NewMessage> messages, List<int> round, Dictionary<(string, string), long> numbers,
        ReceivedMessage?[] received, Dictionary<(string, string), long> turns)
    {
        var repeats = new List<int>();
        foreach (var at in round)
        {
            var message = messages[at];
            if (!numbers.Remove((message.Channel, message.ExternalId), out var number))
            {
                repeats.Add(at);
                continue;
            }

            received[at] = new(number, true);
            if (!message.Immediately)
                turns.TryAdd((message.Channel, message.Sender), number);
        }

        if (repeats.Count == 0)
            return;
        var known = await Keys.QueryAsync(
            database,
            """SELECT m."Channel", m."ExternalId", m."Number" FROM messages AS m JOIN {rows} ON m."Channel" = r.channel AND m."ExternalId" = r.key""",
            repeats.Select(at => (messages[at].Channel, messages[at].ExternalId)).Distinct().ToList(),
            [],
            reader => (Key: (reader.GetString(0), reader.GetString(1)), Number: reader.GetInt64(2)),
            default);
        var first = known.ToDictionary(one => one.Key, one => one.Number);
        foreach (var at in repeats)
            received[at] = new(first[(messages[at].Channel, messages[at].ExternalId)], false);
    }

    private sealed record Row(NewMessage Message, DateTimeOffset DueAt, long? Turn);
}
