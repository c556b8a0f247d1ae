using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Shared;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit");
        entry.Property(e => e.Who).HasMaxLength(200);
        entry.Property(e => e.Subject).HasMaxLength(200);
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => new { e.Subject, e.At });
    }
}
