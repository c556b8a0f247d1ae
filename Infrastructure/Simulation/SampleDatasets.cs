using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Simulation;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Simulation;

/// <summary>The datasets that come with the program.</summary>
public sealed class SampleDatasets(IDbContextFactory<RestaurantDb> databases, TimeProvider clock)
{
    private static readonly (Guid Id, string Name, string File)[] Files =
    [
        (Guid.Parse("01980000-0000-7000-8000-000000000001"), "A mixed day", "mixed-day.csv"),
        (Guid.Parse("01980000-0000-7000-8000-000000000002"), "Lunch rush", "lunch-rush.csv"),
    ];

    /// <summary>Puts in what is not there yet; of several nodes that start at once one does it.</summary>
    public async Task PutMissingAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, name, file) in Files)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            if (await database.Set<Dataset>().AnyAsync(dataset => dataset.Id == id, cancellationToken))
                continue;
            var read = await ReadAsync(file, cancellationToken);
            var dataset = new Dataset(
                id, name, true, read.Messages.Count, read.Duplicates, read.BadRows.Count, clock.GetUtcNow(), "the program");
            await DatasetRows.AddAsync(database, dataset, read, cancellationToken);
            try
            {
                await database.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                await using var fresh = await databases.CreateDbContextAsync(cancellationToken);
                if (!await fresh.Set<Dataset>().AnyAsync(candidate => candidate.Id == id, cancellationToken))
                    throw;
            }
        }
    }

    public static async Task<DatasetFile> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var resource = $"Restaurant.Infrastructure.Simulation.Samples.{file}";
        await using var stream = typeof(SampleDatasets).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly does not hold {resource}.");
        return DatasetCsv.Read(await CsvTable.TextAsync(stream, Dataset.MaxBytes, cancellationToken));
    }
}
