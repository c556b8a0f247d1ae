using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Messages;

namespace Restaurant.Infrastructure.Filing;

internal sealed class MutedSenderConfiguration : IEntityTypeConfiguration<MutedSender>
{
    public void Configure(EntityTypeBuilder<MutedSender> muted)
    {
        muted.ToTable("muted_senders");
        muted.HasKey(m => new { m.Channel, m.Sender });
        muted.Property(m => m.Channel).HasMaxLength(CustomerMessage.MaxChannel);
        muted.Property(m => m.Sender).HasMaxLength(CustomerMessage.MaxSender);
        muted.Property(m => m.MutedBy).HasMaxLength(200);
    }
}
