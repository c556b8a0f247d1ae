namespace Restaurant.Domain.Simulation;

/// <summary>At most one simulation runs or is paused at a time. Each change is announced.</summary>
public interface ISimulations
{
    /// <summary>The running or paused one, or the last that ended; null when there never was one.</summary>
    Task<SimulationState?> CurrentAsync(CancellationToken cancellationToken);

    Task<SimulationAnswer> StartAsync(Guid dataset, Pace pace, string who, CancellationToken cancellationToken);

    Task<SimulationAnswer> PauseAsync(string who, CancellationToken cancellationToken);

    Task<SimulationAnswer> ResumeAsync(string who, CancellationToken cancellationToken);

    Task<SimulationAnswer> StopAsync(string who, CancellationToken cancellationToken);

    /// <summary>For the player: takes or keeps the running simulation for this node; null when none runs or another node plays it.</summary>
    Task<SimulationState?> ClaimAsync(string node, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>For the player: notes that everything before <paramref name="position"/> is in the inbox. The last row ends the simulation.</summary>
    /// <returns>False when another node has taken over meanwhile. The position of a paused or stopped one is noted all the same.</returns>
    Task<bool> AdvanceAsync(Guid simulation, string node, int position, DateTimeOffset next, CancellationToken cancellationToken);
}

/// <param name="Accepted">False when it does not fit the present state; the sentence says why and what to do.</param>
public sealed record SimulationAnswer(bool Accepted, string Sentence);
