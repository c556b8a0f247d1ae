using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Reviews;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Reviews;

internal sealed class ReviewItemConfiguration : IEntityTypeConfiguration<ReviewItem>
{
    public void Configure(EntityTypeBuilder<ReviewItem> review)
    {
        review.ToTable("reviews");
        review.Property(r => r.Lines).AsJson(StoredJson.Default.IReadOnlyListOrderLine);
        review.Property(r => r.Unmatched).AsJson(StoredJson.Default.IReadOnlyListUnmatchedPhrase);
        review.Property(r => r.Channel).HasMaxLength(40);
        review.Property(r => r.Sender).HasMaxLength(200);
        review.Property(r => r.DecidedBy).HasMaxLength(200);
        review.Property(r => r.Version).IsConcurrencyToken();
        review.HasIndex(r => r.MessageNumber).IsUnique();
        review.HasIndex(r => new { r.Status, r.CreatedAt });

        // What is decided is shown newest first.
        review.HasIndex(r => new { r.DecidedAt, r.Id });
    }
}
