using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Live;

namespace Restaurant.Infrastructure.Live;

internal sealed class LiveEventConfiguration : IEntityTypeConfiguration<LiveEvent>
{
    /// <summary>The number of the transaction that wrote the event, filled in by PostgreSQL; 0 on SQLite, where writers queue up.</summary>
    public const string Transaction = nameof(Transaction);

    public void Configure(EntityTypeBuilder<LiveEvent> live)
    {
        live.ToTable("events");
        live.HasKey(e => e.Sequence);
        live.Property(e => e.Sequence).ValueGeneratedOnAdd();
        live.Property(e => e.SubjectId).HasMaxLength(40);
        live.Property<long>(Transaction).HasDefaultValueSql("0");

        // Events are read in this order; see LiveEvents.
        live.HasIndex(Transaction, nameof(LiveEvent.Sequence));
    }
}
