using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Enquiries;

namespace Restaurant.Infrastructure.Enquiries;

internal sealed class EnquiryConfiguration : IEntityTypeConfiguration<Enquiry>
{
    public void Configure(EntityTypeBuilder<Enquiry> enquiry)
    {
        enquiry.ToTable("enquiries");
        enquiry.Property(e => e.Channel).HasMaxLength(40);
        enquiry.Property(e => e.Sender).HasMaxLength(200);
        enquiry.Property(e => e.AnsweredBy).HasMaxLength(200);
        enquiry.Property(e => e.TypedBy).HasMaxLength(200);
        enquiry.Property(e => e.Version).IsConcurrencyToken();
        enquiry.HasIndex(e => e.MessageNumber).IsUnique();
        enquiry.HasIndex(e => new { e.Status, e.CreatedAt });
    }
}
