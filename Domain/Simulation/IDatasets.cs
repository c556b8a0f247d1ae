namespace Restaurant.Domain.Simulation;

public interface IDatasets
{
    /// <summary>Those that come with the program first, then by name.</summary>
    Task<IReadOnlyList<Dataset>> ListAsync(CancellationToken cancellationToken);

    Task<IReadOnlyList<DatasetMessage>> ReadAsync(Guid dataset, int from, int count, CancellationToken cancellationToken);

    /// <summary>Never throws for what is in the file: what cannot be read is a bad row.</summary>
    Task<DatasetFile> ParseAsync(Stream csv, CancellationToken cancellationToken);

    /// <returns>The problem in words where it was refused: a name that is taken, nothing to play.</returns>
    Task<(Dataset? Added, string? Problem)> AddAsync(string name, DatasetFile file, string who, CancellationToken cancellationToken);

    /// <summary>Refuses those that come with the program, and the one that is playing.</summary>
    /// <returns>The problem in words, or null when it is gone.</returns>
    Task<string?> RemoveAsync(Guid dataset, string who, CancellationToken cancellationToken);
}
