using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Reviews;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Reviews;

internal sealed class VerdictConfiguration : IEntityTypeConfiguration<Verdict>
{
    public void Configure(EntityTypeBuilder<Verdict> verdict)
    {
        verdict.ToTable("verdicts");
        verdict.Property(v => v.UnderstoodLines).AsJson();
        verdict.Property(v => v.Unmatched).AsJson();
        verdict.Property(v => v.DecidedLines).AsJson();
        verdict.Property(v => v.DecidedBy).HasMaxLength(200);
        verdict.HasIndex(v => new { v.MessageNumber, v.DecidedAt });
        verdict.HasIndex(v => v.DecidedAt);
    }
}
