using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Learning;
using Restaurant.Domain.Menu;

namespace Restaurant.Infrastructure.Learning;

internal sealed class DismissedAliasConfiguration : IEntityTypeConfiguration<DismissedAlias>
{
    public void Configure(EntityTypeBuilder<DismissedAlias> dismissed)
    {
        dismissed.ToTable("dismissed_aliases");
        dismissed.Property(d => d.Item).HasMaxLength(MenuRules.MaxName);
        dismissed.Property(d => d.Words).HasMaxLength(100);
        dismissed.Property(d => d.By).HasMaxLength(200);
        dismissed.HasIndex(d => new { d.Item, d.Words }).IsUnique();
    }
}
