using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Shared;

internal sealed class AuditLog(IDbContextFactory<RestaurantDb> databases) : IAuditLog
{
    public async Task<Page<AuditEntry>> PageAsync(string? search, int skip, int take, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var entries = database.Audit.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search))
        {
            var part = search.Trim().ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // Becomes SQL's lower(): both databases find without regard to case.
            entries = entries.Where(entry => entry.Who.ToLower().Contains(part) || entry.What.ToLower().Contains(part)
                || entry.Subject.ToLower().Contains(part) || (entry.Why != null && entry.Why.ToLower().Contains(part)));
#pragma warning restore CA1304, CA1311, CA1862
        }

        var total = await entries.CountAsync(cancellationToken);
        var rows = await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Skip(skip).Take(take).ToListAsync(cancellationToken);
        return new(rows, total);
    }
}
