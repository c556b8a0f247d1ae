using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Simulation;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Simulation;

internal sealed class SimulationStore(
    IDbContextFactory<RestaurantDb> databases, WriteGate gate, ChangeFeed changes, TimeProvider clock) : ISimulations
{
    private const string OneAtATime = "A simulation is running or paused already. Stop it first.";

    public async Task<SimulationState?> CurrentAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Set<SimulationState>().AsNoTracking()
            .OrderByDescending(s => s.Slot != null).ThenByDescending(s => s.StartedAt).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<SimulationAnswer> StartAsync(Guid dataset, Pace pace, string who, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Set<Dataset>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == dataset, cancellationToken) is not { } found)
            return new(false, "There is no such dataset. Choose another.");
        if (await database.Set<SimulationState>().AnyAsync(s => s.Slot != null, cancellationToken))
            return new(false, OneAtATime);

        var now = clock.GetUtcNow();
        var started = new SimulationState
        {
            DatasetId = dataset,
            DatasetName = found.Name,
            Total = found.Count,
            Pace = pace,
            StartedAt = now,
            StartedBy = who,
            NextAt = now,
            StretchAt = now,
        };
        database.Add(started);
        database.Audit.Add(Entry(started, who, "started"));
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two pressed Start at once: the index let one through.
            await using var fresh = await databases.CreateDbContextAsync(cancellationToken);
            if (!await fresh.Set<SimulationState>().AnyAsync(s => s.Slot != null, cancellationToken))
                throw;
            return new(false, OneAtATime);
        }

        changes.Publish(Topic.Simulation);
        return new(true, $"{found.Name} is playing.");
    }

    public Task<SimulationAnswer> PauseAsync(string who, CancellationToken cancellationToken) => ChangeAsync(
        who, "paused", [SimulationStatus.Running], "No simulation is running.", simulation => simulation.Status = SimulationStatus.Paused, cancellationToken);

    public Task<SimulationAnswer> ResumeAsync(string who, CancellationToken cancellationToken) => ChangeAsync(
        who,
        "resumed",
        [SimulationStatus.Paused],
        "No simulation is paused.",
        simulation =>
        {
            simulation.Status = SimulationStatus.Running;
            (simulation.NextAt, simulation.StretchAt, simulation.StretchFrom) = (clock.GetUtcNow(), clock.GetUtcNow(), simulation.Position);
        },
        cancellationToken);

    public Task<SimulationAnswer> StopAsync(string who, CancellationToken cancellationToken) => ChangeAsync(
        who,
        "stopped",
        [SimulationStatus.Running, SimulationStatus.Paused],
        "No simulation is running or paused.",
        simulation =>
        {
            simulation.Status = SimulationStatus.Stopped;
            (simulation.EndedAt, simulation.Slot) = (clock.GetUtcNow(), null);
        },
        cancellationToken);

    public async Task<SimulationState?> ClaimAsync(string node, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var running = await database.Set<SimulationState>().AsNoTracking()
            .SingleOrDefaultAsync(s => s.Slot != null && s.Status == SimulationStatus.Running, cancellationToken);
        if (running is null)
            return null;
        if (running.LeaseOwner == node && running.LeaseUntil - now > lease / 2)
            return running;

        // A new player starts a new stretch: the time when nobody played does not count.
        var (from, since) = running.LeaseOwner == node ? (running.StretchFrom, running.StretchAt) : (running.Position, now);
        var until = now + lease;
        using var pass = await gate.EnterAsync(database, cancellationToken);
        var taken = await database.Set<SimulationState>()
            .Where(s => s.Id == running.Id && s.Status == SimulationStatus.Running)
            .Where(s => s.LeaseOwner == null || s.LeaseOwner == node || s.LeaseUntil < now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(s => s.LeaseOwner, node).SetProperty(s => s.LeaseUntil, until)
                    .SetProperty(s => s.StretchFrom, from).SetProperty(s => s.StretchAt, since),
                cancellationToken);
        return taken == 1 ? running : null;
    }

    public async Task<bool> AdvanceAsync(Guid simulation, string node, int position, DateTimeOffset next, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        using var pass = await gate.EnterAsync(database, cancellationToken);

        // Paused or stopped while the batch was on its way: the batch is in, so it counts. Taken over: the other node's word holds.
        var mine = database.Set<SimulationState>().Where(s => s.Id == simulation && s.LeaseOwner == node && s.Position < position);
        var advanced = await mine.ExecuteUpdateAsync(
            set => set.SetProperty(s => s.Position, position).SetProperty(s => s.NextAt, next).SetProperty(s => s.LastBatchAt, now), cancellationToken);
        await database.Set<SimulationState>()
            .Where(s => s.Id == simulation && s.Slot != null && s.Position >= s.Total)
            .ExecuteUpdateAsync(
                set => set.SetProperty(s => s.Status, SimulationStatus.Done).SetProperty(s => s.EndedAt, now)
                    .SetProperty(s => s.Slot, (int?)null),
                cancellationToken);
        changes.Publish(Topic.Simulation);
        return advanced == 1;
    }

    private async Task<SimulationAnswer> ChangeAsync(
        string who, string what, SimulationStatus[] from, string otherwise, Action<SimulationState> change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);

        // Touching the row first locks it: the player's next note of its position waits, and is not overwritten by what is read here.
        await database.Set<SimulationState>().Where(s => s.Slot != null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Slot, s => s.Slot), cancellationToken);
        var simulation = await database.Set<SimulationState>().SingleOrDefaultAsync(s => s.Slot != null, cancellationToken);
        if (simulation is null || !from.Contains(simulation.Status))
            return new(false, otherwise);

        change(simulation);
        database.Audit.Add(Entry(simulation, who, what));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        changes.Publish(Topic.Simulation);
        return new(true, $"{simulation.DatasetName} is {what} at {simulation.Position} of {simulation.Total}.");
    }

    private AuditEntry Entry(SimulationState simulation, string who, string what) => new()
    {
        At = clock.GetUtcNow(),
        Who = who,
        What = $"{what} the simulation of {simulation.DatasetName}",
        Subject = $"simulations/{simulation.Id}",
    };
}
