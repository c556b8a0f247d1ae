using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Restaurant.Domain.Messages;

namespace Restaurant.Infrastructure.Messages;

/// <summary>
/// Whether the inbox takes more. Looked at once a second while messages come, beside them, so that nobody waits for a count;
/// what comes between two looks is taken.
/// </summary>
internal sealed partial class InboxRoom(WaitingMessages waiting, IOptions<InboxSettings> settings, TimeProvider clock, ILogger<InboxRoom> logger)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private readonly int most = settings.Value.MostWaiting;
    private long lookedAt;
    private int looking;
    private volatile int counted;

    /// <exception cref="InboxFullException">There is no room.</exception>
    public void Check()
    {
        if ((lookedAt == 0 || clock.GetElapsedTime(Volatile.Read(ref lookedAt)) >= Pace) && Interlocked.Exchange(ref looking, 1) == 0)
            _ = LookAsync();
        if (counted >= most)
            throw new InboxFullException(counted);
    }

    private async Task LookAsync()
    {
        try
        {
            var before = counted;
            counted = await waiting.CountAsync(default);
            if (counted >= most && before < most)
                Log.Full(logger, counted, most);
            else if (counted < most && before >= most)
                Log.HasRoom(logger, counted);
        }
        catch (Exception exception)
        {
            // What was known stays; a database that is away is told to whoever tries to store something.
            Log.NotCounted(logger, exception);
        }
        finally
        {
            Volatile.Write(ref lookedAt, clock.GetTimestamp());
            Volatile.Write(ref looking, 0);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The inbox is full: {Waiting} messages wait, and new ones are refused until fewer than {Most} do. Look whether a worker runs, start another one, or raise Inbox:MostWaiting.")]
        public static partial void Full(ILogger logger, int waiting, int most);

        [LoggerMessage(LogLevel.Warning, "The inbox takes messages again: {Waiting} wait.")]
        public static partial void HasRoom(ILogger logger, int waiting);

        [LoggerMessage(LogLevel.Warning, "The waiting messages could not be counted.")]
        public static partial void NotCounted(ILogger logger, Exception exception);
    }
}
