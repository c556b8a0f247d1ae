using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Orders;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Orders;

internal sealed class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> order)
    {
        order.ToTable("orders");
        order.Property(o => o.Lines).AsJson(StoredJson.Default.IReadOnlyListOrderLine);
        order.Property(o => o.Earlier).AsJson();
        order.Property(o => o.DoneStations).AsJson();
        order.Ignore(o => o.SeenLines).Ignore(o => o.Stations);
        order.Property(o => o.Channel).HasMaxLength(40);
        order.Property(o => o.Sender).HasMaxLength(200);
        order.Property(o => o.DecidedBy).HasMaxLength(200);

        // Two people never overwrite each other silently: the second write finds another version and fails.
        order.Property(o => o.Version).IsConcurrencyToken();

        // Registered at most once: the index decides, not a look-up.
        order.HasIndex(o => o.MessageNumber).IsUnique();
        order.HasIndex(o => new { o.Day, o.Number }).IsUnique();
        order.HasIndex(o => new { o.Status, o.CreatedAt });
        order.HasIndex(o => new { o.Status, o.UpdatedAt });
    }
}
