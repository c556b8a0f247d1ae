using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Messages;

namespace Restaurant.Infrastructure.Messages;

internal sealed class CustomerMessageConfiguration : IEntityTypeConfiguration<CustomerMessage>
{
    public void Configure(EntityTypeBuilder<CustomerMessage> message)
    {
        message.ToTable("messages");
        message.HasKey(m => m.Number);
        message.Property(m => m.Number).ValueGeneratedOnAdd();
        message.Property(m => m.Channel).HasMaxLength(CustomerMessage.MaxChannel);
        message.Property(m => m.ExternalId).HasMaxLength(CustomerMessage.MaxExternalId);
        message.Property(m => m.Sender).HasMaxLength(CustomerMessage.MaxSender);
        message.Property(m => m.Text).HasMaxLength(CustomerMessage.MaxText);
        message.Property(m => m.LeaseOwner).HasMaxLength(100);

        // A channel may deliver the same message twice: the database, not the code, keeps only one.
        message.HasIndex(m => new { m.Channel, m.ExternalId }).IsUnique();

        // The pump's work: what is not done yet, in order, and whether a sender has something under way. Small, however many are done.
        // No index names Status or the lease, so that PostgreSQL can take a lease without touching any index.
        message.HasIndex(m => m.Number, "IX_messages_pending").HasFilter(PendingMessages.Condition);
        message.HasIndex(m => new { m.Sender, m.Channel, m.Number }, "IX_messages_pending_sender").HasFilter("\"ProcessedAt\" IS NULL");
        message.HasIndex(m => m.TurnNumber, "IX_messages_pending_turn").HasFilter("\"ProcessedAt\" IS NULL AND \"TurnNumber\" IS NOT NULL");
        message.HasIndex(m => m.Number, "IX_messages_failed").HasFilter("\"Error\" IS NOT NULL");
        message.HasIndex(m => new { m.Sender, m.Number });
        message.HasIndex(m => m.ReceivedAt);
    }
}
