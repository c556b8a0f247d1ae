using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Live;

namespace Restaurant.Infrastructure.Live;

internal sealed class LiveEventConfiguration : IEntityTypeConfiguration<LiveEvent>
{
    public void Configure(EntityTypeBuilder<LiveEvent> live)
    {
        live.ToTable("events");
        live.HasKey(e => e.Sequence);
        live.Property(e => e.Sequence).ValueGeneratedOnAdd();
        live.Property(e => e.SubjectId).HasMaxLength(40);
    }
}
