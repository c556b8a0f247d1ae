using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Filing;

namespace Restaurant.Infrastructure.Filing;

internal sealed class FiledMessageConfiguration : IEntityTypeConfiguration<FiledMessage>
{
    public void Configure(EntityTypeBuilder<FiledMessage> filed)
    {
        filed.ToTable("filed_messages");
        filed.Property(f => f.Channel).HasMaxLength(40);
        filed.Property(f => f.Sender).HasMaxLength(200);
        filed.Property(f => f.DecidedBy).HasMaxLength(200);
        filed.Property(f => f.Version).IsConcurrencyToken();
        filed.HasIndex(f => f.MessageNumber).IsUnique();
        filed.HasIndex(f => new { f.Intent, f.CreatedAt });
    }
}
