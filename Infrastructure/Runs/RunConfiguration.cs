using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Runs;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Runs;

internal sealed class RunConfiguration : IEntityTypeConfiguration<Run>
{
    public void Configure(EntityTypeBuilder<Run> run)
    {
        // Ids grow with time (version 7), so the key is also the order in which runs began.
        run.ToTable("runs");
        run.Property(r => r.Steps).HasConversion(steps => StepsText.Write(steps), text => StepsText.Read(text), JsonColumn.Same<IReadOnlyList<RunStep>>());
        run.Property(r => r.StartedBy).HasMaxLength(200);
        run.HasIndex(r => r.MessageNumber);
    }
}
