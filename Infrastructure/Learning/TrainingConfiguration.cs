using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Learning;

namespace Restaurant.Infrastructure.Learning;

internal sealed class TrainingConfiguration : IEntityTypeConfiguration<Training>
{
    public void Configure(EntityTypeBuilder<Training> training)
    {
        training.ToTable("trainings");
        training.Property(t => t.StartedBy).HasMaxLength(200);
        training.HasIndex(t => t.At);
    }
}
