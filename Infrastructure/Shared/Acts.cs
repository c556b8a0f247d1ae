using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Shared;

/// <summary>Runs what people do: the change, its audit entry, its event and its notices are one transaction; then the viewers are told.</summary>
internal sealed class Acts(IDbContextFactory<RestaurantDb> databases, ChangeFeed changes, IOutages outages, TimeProvider clock)
{
    private const int Attempts = 4;

    /// <param name="work">May run more than once, each time on a fresh context: when somebody else wrote the same row first.</param>
    public async Task<Change<T>> RunAsync<T>(string who, Func<Act, Task<Change<T>>> work, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var act = new Act(database, who, clock.GetUtcNow());
            try
            {
                await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
                var change = await work(act);
                if (!change.IsDone)
                    return change;
                await database.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                changes.Publish(act.Topics);
                return change;
            }
            catch (DbUpdateException exception) when (attempt < Attempts && (exception is DbUpdateConcurrencyException || UniqueViolation.Is(exception)))
            {
                // Somebody wrote the same row between our reading and our writing: read again, and see who it was.
            }
            catch (DbUpdateConcurrencyException)
            {
                return Change.Stale<T>(null, "this");
            }
            catch (NotAllowedException exception)
            {
                return Change.Refused<T>(null, exception.Message);
            }
            catch (Exception exception) when (outages.IsOutage(exception))
            {
                return Change.Unavailable<T>();
            }
        }
    }
}

/// <summary>One act of one person at one moment.</summary>
internal sealed class Act(RestaurantDb database, string who, DateTimeOffset now)
{
    public RestaurantDb Database => database;

    public string Who => who;

    public DateTimeOffset Now => now;

    public Topic Topics { get; private set; }

    public void Touch(Topic topic) => Topics |= topic;

    /// <param name="feature">The feature's word, as in the subject of an audit entry: "orders".</param>
    /// <param name="what">With a small letter and no full stop: "moved order 12 to ready".</param>
    public void Record(Topic topic, string feature, object id, string what, string? why = null, string? before = null, string? after = null)
    {
        var subject = Convert.ToString(id, CultureInfo.InvariantCulture) ?? "";
        database.Audit.Add(new()
        {
            At = now,
            Who = who,
            What = what,
            Subject = $"{feature}/{subject}",
            Why = string.IsNullOrWhiteSpace(why) ? null : why,
            Before = before,
            After = after,
        });
        database.Events.Add(new(0, topic, subject, $"{who} {what}", now));
        Topics |= topic;
    }

    /// <summary>Nothing is written, because somebody changed it since it was read; the person hears who did what.</summary>
    /// <param name="feature">As in <see cref="Record"/>.</param>
    public async Task<Change<T>> StaleAsync<T>(T value, string what, string feature, Guid id, CancellationToken cancellationToken)
        where T : class
    {
        var subject = $"{feature}/{id}";
        var newest = await database.Audit.AsNoTracking().Where(entry => entry.Subject == subject)
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).FirstOrDefaultAsync(cancellationToken);
        return Change.Stale(value, what, newest is null ? null : $"{(newest.Who == who ? "You" : newest.Who)} {newest.What}");
    }

    /// <summary>What was decided, taken back and decided again has the same cause, and the room has heard of it already.</summary>
    public async Task NotifyAsync(OutboxMessage? notice, CancellationToken cancellationToken)
    {
        if (notice is null || await database.Outbox.AnyAsync(sent => sent.Key == notice.Key, cancellationToken))
            return;
        database.Outbox.Add(notice);
        Topics |= Topic.Outbox;
    }
}
