using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Simulation;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Simulation;

internal sealed class DatasetStore(IDbContextFactory<RestaurantDb> databases, ChangeFeed changes, TimeProvider clock) : IDatasets
{
    public async Task<IReadOnlyList<Dataset>> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Set<Dataset>().AsNoTracking()
            .OrderByDescending(dataset => dataset.BuiltIn).ThenBy(dataset => dataset.Name).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<DatasetMessage>> ReadAsync(Guid dataset, int from, int count, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Set<DatasetRow>().AsNoTracking()
            .Where(row => row.DatasetId == dataset && row.Row >= from && row.Row < from + count)
            .OrderBy(row => row.Row)
            .Select(row => new DatasetMessage(row.Row, row.Text, row.Sender, row.Channel, row.At))
            .ToListAsync(cancellationToken);
    }

    public async Task<DatasetFile> ParseAsync(Stream csv, CancellationToken cancellationToken)
    {
        try
        {
            return DatasetCsv.Read(await CsvTable.TextAsync(csv, Dataset.MaxBytes, cancellationToken));
        }
        catch (InvalidDataException exception)
        {
            return DatasetFile.Unreadable("the file", exception.Message);
        }
    }

    public async Task<(Dataset? Added, string? Problem)> AddAsync(string name, DatasetFile file, string who, CancellationToken cancellationToken)
    {
        var tidy = name.Trim();
        if (tidy.Length is 0 or > Dataset.MaxName)
            return (null, $"Give the dataset a name of 1 to {Dataset.MaxName} characters.");
        if (file.Messages.Count == 0)
            return (null, "There is no message in the file that can be played.");

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Set<Dataset>().CountAsync(cancellationToken) >= Dataset.MaxDatasets)
            return (null, $"There are {Dataset.MaxDatasets} datasets already. Remove one first.");
        if (await database.Set<Dataset>().AnyAsync(dataset => dataset.Name == tidy, cancellationToken))
            return (null, $"There is a dataset named {tidy} already. Give this one another name.");

        var added = new Dataset(
            Guid.CreateVersion7(), tidy, false, file.Messages.Count, file.Duplicates, file.BadRows.Count, clock.GetUtcNow(), who);
        await DatasetRows.AddAsync(database, added, file, cancellationToken);
        database.Audit.Add(Entry(added, who, "added"));
        await database.SaveChangesAsync(cancellationToken);
        changes.Publish(Topic.Simulation);
        return (added, null);
    }

    public async Task<string?> RemoveAsync(Guid dataset, string who, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Set<Dataset>().SingleOrDefaultAsync(candidate => candidate.Id == dataset, cancellationToken) is not { } found)
            return "There is no such dataset.";
        if (found.BuiltIn)
            return $"{found.Name} comes with the program and stays.";
        if (await database.Set<SimulationState>().AnyAsync(s => s.Slot != null && s.DatasetId == dataset, cancellationToken))
            return $"{found.Name} is playing. Stop the simulation first.";

        database.Remove(found);
        database.Audit.Add(Entry(found, who, "removed"));
        await database.SaveChangesAsync(cancellationToken);
        changes.Publish(Topic.Simulation);
        return null;
    }

    private AuditEntry Entry(Dataset dataset, string who, string what) => new()
    {
        At = clock.GetUtcNow(),
        Who = who,
        What = $"{what} the dataset {dataset.Name} with {dataset.Count} messages",
        Subject = $"datasets/{dataset.Id}",
    };
}
