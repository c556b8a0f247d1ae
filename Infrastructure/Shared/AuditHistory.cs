using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Shared;

internal static class AuditHistory
{
    /// <summary>What people did to one thing, the oldest first.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> HistoryAsync(
        this RestaurantDb database, string feature, Guid id, CancellationToken cancellationToken)
    {
        var subject = $"{feature}/{id}";
        return await database.Audit.AsNoTracking().Where(entry => entry.Subject == subject)
            .OrderBy(entry => entry.At).ThenBy(entry => entry.Id).ToListAsync(cancellationToken);
    }
}
