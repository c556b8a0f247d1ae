using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Simulation;

namespace Restaurant.Pipeline.Simulation;

/// <summary>Plays the running simulation into the inbox, batch by batch. Of several nodes one plays, under a lease.</summary>
public sealed partial class SimulationPlayer(
    ISimulations simulations,
    IDatasets datasets,
    IInbox inbox,
    ChangeFeed changes,
    TimeProvider clock,
    Random random,
    IOptions<SimulationSettings> options,
    ILogger<SimulationPlayer> logger) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    // Within the lease, so that it never runs out while its holder only waits.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(3);
    private readonly string node = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // The watch begins before the look, so that no Start falls between the two.
                using var look = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                await using var signal = changes.WatchAsync(Topic.Simulation, look.Token, TimeSpan.Zero).GetAsyncEnumerator(look.Token);
                Task changed = signal.MoveNextAsync().AsTask();
                var wait = await StepAsync(stoppingToken);
                if (wait > TimeSpan.Zero)
                    await Task.WhenAny(changed, Task.Delay(wait < LookAgain ? wait : LookAgain, clock, stoppingToken));
                await look.CancelAsync();
                await changed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The position is in the database: the next look goes on where this one failed.
                Log.Failed(logger, exception);
                await Task.Delay(LookAgain, clock, stoppingToken);
            }
        }
    }

    /// <summary>Sends the next batch if one is due.</summary>
    /// <returns>How long there is nothing to do.</returns>
    public async Task<TimeSpan> StepAsync(CancellationToken cancellationToken)
    {
        if (await simulations.ClaimAsync(node, Lease, cancellationToken) is not { } simulation)
            return LookAgain;
        var early = simulation.NextAt - clock.GetUtcNow();
        if (early > TimeSpan.Zero)
            return early;

        var batch = await datasets.ReadAsync(
            simulation.DatasetId, simulation.Position, random.Next(1, options.Value.MaxBatch + 1), cancellationToken);
        if (batch.Count > 0)
            await inbox.AddAsync([.. batch.Select(message => Message(simulation, message))], cancellationToken);

        // Killed here, the same rows are put in again with the same external ids, and the inbox knows them.
        var wait = options.Value.Wait(simulation.Pace, random);
        var position = batch.Count > 0 ? simulation.Position + batch.Count : simulation.Total;
        await simulations.AdvanceAsync(simulation.Id, node, position, clock.GetUtcNow() + wait, cancellationToken);
        return wait;
    }

    private NewMessage Message(SimulationState simulation, DatasetMessage message) =>
        new(message.Channel, simulation.ExternalId(message), message.Sender, message.Text, clock.GetUtcNow())
        {
            Immediately = simulation.Pace == Pace.Fast,
        };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The simulator could not send its next batch and tries again in seconds.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
