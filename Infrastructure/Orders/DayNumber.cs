using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Restaurant.Infrastructure.Orders;

/// <summary>The last order number given on a day.</summary>
internal sealed class DayNumber
{
    public DateOnly Day { get; init; }
    public int Last { get; set; }

    public sealed class Configuration : IEntityTypeConfiguration<DayNumber>
    {
        public void Configure(EntityTypeBuilder<DayNumber> day)
        {
            day.ToTable("day_numbers");
            day.HasKey(d => d.Day);
        }
    }
}
