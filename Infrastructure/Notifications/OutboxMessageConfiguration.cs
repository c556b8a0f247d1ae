using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Notifications;

namespace Restaurant.Infrastructure.Notifications;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> outbox)
    {
        outbox.ToTable("outbox");
        outbox.Property(o => o.Key).HasMaxLength(OutboxMessage.MaxKey);
        outbox.Property(o => o.LeaseOwner).HasMaxLength(100);
        outbox.HasIndex(o => o.Key).IsUnique();

        // The pump's one query, the oldest row that waits for a room: as small as the queue. And the page's filter by status.
        outbox.HasIndex(o => new { o.Room, o.CreatedAt, o.Id }).HasFilter("\"Status\" = 'Waiting'");
        outbox.HasIndex(o => new { o.Status, o.CreatedAt });
    }
}
