using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Shared;

internal sealed class AuditLog(IDbContextFactory<RestaurantDb> databases) : IAuditLog
{
    public async Task<Page<AuditEntry>> PageAsync(string? search, int skip, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var entries = database.Audit.AsNoTracking()
            .Containing(search, entry => entry.Who, entry => entry.What, entry => entry.Subject, entry => entry.Why ?? "");
        var total = await entries.CountAsync(cancellationToken);
        var rows = await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Skip(skip).Take(take).ToListAsync(cancellationToken);
        return new(rows, total);
    }
}
