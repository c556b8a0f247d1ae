using Restaurant.Domain.Simulation;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Simulation;

internal static class DatasetRows
{
    /// <summary>Adds to the context; the caller saves.</summary>
    public static async Task AddAsync(RestaurantDb database, Dataset dataset, DatasetFile file, CancellationToken cancellationToken)
    {
        database.Add(dataset);
        await database.AddRangeAsync(
            file.Messages.Select(message => new DatasetRow
            {
                DatasetId = dataset.Id,
                Row = message.Row,
                Text = message.Text,
                Sender = message.Sender,
                Channel = message.Channel,
                At = message.At,
            }),
            cancellationToken);
    }
}
