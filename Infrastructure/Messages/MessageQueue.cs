using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Messages;

internal sealed class MessageQueue(IDbContextFactory<RestaurantDb> databases, WriteGate gate, ChangeFeed changes, TimeProvider clock) : IMessageQueue
{
    // As many orphans of a first crash as are tried together.
    private const int FewOrphans = 32;

    private readonly QueueClaims claims = new();

    public string Holder => LeaseHolder.This;

    public async Task<Claim> ClaimAsync(string owner, int most, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);
        return await claims.ClaimAsync(database, Terms(owner, most, lease), cancellationToken);
    }

    public async Task<IReadOnlyList<CustomerMessage>> ClaimOrphansAsync(string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);
        return await QueueClaims.ClaimOrphansAsync(database, "= 1", Terms(owner, FewOrphans, lease), cancellationToken) is { Count: > 0 } few
            ? few
            : await QueueClaims.ClaimOrphansAsync(database, "> 1", Terms(owner, 1, lease), cancellationToken);
    }

    public async Task<bool> AnyOrphansAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return await QueueClaims.ReadAsync(
            database, QueueClaims.Widest,
            front => front.AnyAsync(m => m.Claims > 0 && (m.LeaseUntil == null || m.LeaseUntil <= now), cancellationToken), cancellationToken);
    }

    public async Task RenewAsync(string owner, IReadOnlyList<long> numbers, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);
        var until = (DateTimeOffset?)(clock.GetUtcNow() + lease);
        await Owned(database, owner, numbers).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeaseUntil, until), cancellationToken);
    }

    public async Task FailAsync(string owner, Turn turn, Run run, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using (await gate.EnterAsync(database, cancellationToken))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var numbers = turn.Messages.Select(message => message.Number).ToList();
            var dead = dueAt is null;
            var status = dead ? MessageStatus.DeadLettered : MessageStatus.Waiting;
            var failed = await Owned(database, owner, numbers).ExecuteUpdateAsync(
                set => set
                    .SetProperty(m => m.Status, status)
                    .SetProperty(m => m.DueAt, dueAt ?? now)
                    .SetProperty(m => m.ProcessedAt, dead ? now : null)
                    .SetProperty(m => m.Attempts, m => m.Attempts + 1)
                    .SetProperty(m => m.Claims, 0)
                    .SetProperty(m => m.Error, run.Error)
                    .SetProperty(m => m.LeaseOwner, (string?)null)
                    .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null),
                cancellationToken);
            if (failed == 0)
                return; // the lease was lost: somebody else has the message now
            database.Runs.Add(run);
            if (dead)
                database.Events.Add(new LiveEvent(0, Topic.Messages, $"{run.MessageNumber}", $"Message {run.MessageNumber} from {turn.First.Sender} failed and waits for a person: {run.Error}", now));
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (dead)
                Telemetry.MessagesDeadLettered.Add(1);
        }

        changes.Publish(Topic.Messages | Topic.Waiting);
    }

    public async Task ReleaseAsync(string owner, IReadOnlyList<long> numbers, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using (await gate.EnterAsync(database, cancellationToken))
        {
            await Owned(database, owner, numbers).ExecuteUpdateAsync(set => set.SetProperty(m => m.Claims, 0), cancellationToken);
            await GiveBackAsync(Owned(database, owner, numbers), cancellationToken);
        }

        changes.Publish(Topic.Waiting);
    }

    public async Task<IReadOnlyList<CustomerMessage>> ReviveAsync(long number, string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        using var pass = await gate.EnterAsync(database, cancellationToken);
        var until = (DateTimeOffset?)(clock.GetUtcNow() + lease);
        await database.Messages
            .Where(m => (m.Number == number || m.TurnNumber == number) && m.Error != null && m.Status == MessageStatus.DeadLettered)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(m => m.Status, MessageStatus.Processing)
                    .SetProperty(m => m.ProcessedAt, (DateTimeOffset?)null)
                    .SetProperty(m => m.Claims, 1)
                    .SetProperty(m => m.LeaseOwner, owner)
                    .SetProperty(m => m.LeaseUntil, until),
                cancellationToken);
        return await database.Messages.AsNoTracking()
            .Where(m => m.LeaseOwner == owner && m.ProcessedAt == null).OrderBy(m => m.Number).ToListAsync(cancellationToken);
    }

    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);

        var held = database.Pending.Where(m => m.LeaseOwner != null);

        // Only one process opens an embedded database, so whoever held these leases is gone.
        if (database.IsPostgres)
        {
            // Of other machines nothing is known: their leases run out by themselves.
            var owners = await held.Where(m => m.LeaseOwner!.StartsWith(LeaseHolder.Machine)).Select(m => m.LeaseOwner).Distinct().ToListAsync(cancellationToken);
            var gone = owners.Where(owner => LeaseHolder.IsGone(owner!)).ToList();
            held = held.Where(m => gone.Contains(m.LeaseOwner));
        }

        await GiveBackAsync(held, cancellationToken);
    }

    public async Task<int> BacklogAsync(int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await QueueClaims.ReadAsync(database, most, front => front.CountAsync(cancellationToken), cancellationToken);
    }

    private ClaimTerms Terms(string owner, int most, TimeSpan lease) => new(owner, most, clock.GetUtcNow(), lease);

    private static IQueryable<CustomerMessage> Owned(RestaurantDb database, string owner, IReadOnlyList<long> numbers) =>
        database.Messages.Where(m => numbers.Contains(m.Number) && m.LeaseOwner == owner && m.ProcessedAt == null);

    private static Task<int> GiveBackAsync(IQueryable<CustomerMessage> messages, CancellationToken cancellationToken) => messages.ExecuteUpdateAsync(
        set => set
            .SetProperty(m => m.Status, MessageStatus.Waiting)
            .SetProperty(m => m.LeaseOwner, (string?)null)
            .SetProperty(m => m.LeaseUntil, (DateTimeOffset?)null),
        cancellationToken);
}
