using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Notifications;

namespace Restaurant.Infrastructure.Notifications;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> outbox)
    {
        outbox.ToTable("outbox");
        outbox.Property(o => o.Key).HasMaxLength(200);
        outbox.Property(o => o.LeaseOwner).HasMaxLength(100);
        outbox.HasIndex(o => o.Key).IsUnique();
        outbox.HasIndex(o => new { o.Status, o.DueAt });
    }
}
