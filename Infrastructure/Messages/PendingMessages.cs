using Restaurant.Domain.Messages;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Messages;

/// <summary>
/// What is not done yet, by a small index in the order of the numbers. Its condition on the number is true of every message: whoever does not
/// repeat it cannot use the index. Otherwise PostgreSQL, once it has seen an empty queue, would look there for one sender's messages, and go
/// through all that is not done, and all that was done since the last clean-up, for each message that comes in.
/// </summary>
internal static class PendingMessages
{
    /// <summary>The index's condition, as SQL.</summary>
    public const string Condition = "\"ProcessedAt\" IS NULL AND \"Number\" > 0";

    extension(RestaurantDb database)
    {
        public IQueryable<CustomerMessage> Pending => database.Messages.Where(message => message.ProcessedAt == null && message.Number > 0);
    }
}
