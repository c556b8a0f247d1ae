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

        // The pump's query: the oldest message that is due.
        message.HasIndex(m => new { m.Status, m.DueAt });
        message.HasIndex(m => new { m.Sender, m.Number });
    }
}
