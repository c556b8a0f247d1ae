using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Web.Security;

/// <summary>
/// One caller's requests, limited for all nodes together. A node takes them in portions, so that one question to the database lasts for many
/// requests; a portion ends with its stretch of time.
/// </summary>
internal sealed partial class SharedLimiter(
    string caller, int limit, TimeSpan window, SharedAllowances allowances, IOutages outages, TimeProvider clock, ILogger logger) : RateLimiter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly int portion = Math.Max(1, limit / 20);
    private readonly SemaphoreSlim asking = new(1, 1);
    private int left;
    private long until;
    private long used;

    public override TimeSpan? IdleDuration => Volatile.Read(ref used) is 0 ? null : clock.GetElapsedTime(Volatile.Read(ref used));

    public override RateLimiterStatistics? GetStatistics() => null;

    // What is at hand; where nothing is, the other way is gone, which may wait.
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => permitCount == 0 || TryTake() ? Lease.Granted : Refused();

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        if (TryTake())
            return Lease.Granted;
        await asking.WaitAsync(cancellationToken);
        try
        {
            if (TryTake())
                return Lease.Granted;

            // Nothing was left of this stretch of time: asking again before its end would only count on.
            if (clock.GetTimestamp() < Volatile.Read(ref until) && Volatile.Read(ref left) == 0)
                return Refused();
            await AskAsync(cancellationToken);
            return TryTake() ? Lease.Granted : Refused();
        }
        finally
        {
            asking.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            asking.Dispose();
        base.Dispose(disposing);
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var grant = await allowances.TakeAsync(caller, portion, limit, window, cancellationToken).WaitAsync(Patience, clock, cancellationToken);

            // A portion that was used up is followed by the next; only when nothing was granted is the end waited for.
            Set(grant.Granted, grant.Left);
        }
        catch (Exception exception) when (exception is TimeoutException || outages.IsOutage(exception))
        {
            // The database is away: whatever is asked here needs it too, and says so better than a limit could.
            Log.NotCounted(logger, exception);
            Set(portion, Patience);
        }
    }

    private void Set(int many, TimeSpan lasts)
    {
        Volatile.Write(ref until, clock.GetTimestamp() + (long)(lasts.TotalSeconds * clock.TimestampFrequency));
        Volatile.Write(ref left, many == 0 ? 0 : many + 1);
    }

    // One is kept back as the sign that the last answer granted something.
    private bool TryTake()
    {
        Volatile.Write(ref used, clock.GetTimestamp());
        if (clock.GetTimestamp() >= Volatile.Read(ref until))
            return false;
        for (var seen = Volatile.Read(ref left); seen > 1; seen = Volatile.Read(ref left))
        {
            if (Interlocked.CompareExchange(ref left, seen - 1, seen) == seen)
                return true;
        }

        return false;
    }

    private Lease Refused() => new(Math.Max(0, (Volatile.Read(ref until) - clock.GetTimestamp()) / (double)clock.TimestampFrequency));

    private sealed class Lease(double? wait) : RateLimitLease
    {
        public static Lease Granted { get; } = new(null);

        public override bool IsAcquired => wait is null;

        public override IEnumerable<string> MetadataNames => wait is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
        {
            metadata = wait is { } seconds && metadataName == MetadataName.RetryAfter.Name ? TimeSpan.FromSeconds(seconds) : null;
            return metadata is not null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "A caller's requests could not be counted with those of other nodes.")]
        public static partial void NotCounted(ILogger logger, Exception exception);
    }
}
