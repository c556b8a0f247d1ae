using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Jobs;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Jobs;

internal sealed class ScheduleConfiguration : IEntityTypeConfiguration<Schedule>, IEntityTypeConfiguration<JobNode>
{
    public void Configure(EntityTypeBuilder<Schedule> schedule)
    {
        schedule.ToTable("schedules");
        schedule.Property(s => s.Name).HasMaxLength(Schedule.MaxName);
        schedule.Property(s => s.JobKey).HasMaxLength(JobDefinition.MaxKey);
        schedule.Property(s => s.BuiltInKey).HasMaxLength(JobDefinition.MaxKey);
        schedule.Property(s => s.Timetable).AsJson();
        schedule.Property(s => s.Priority).HasConversion<int>();
        schedule.Property(s => s.PauseReason).HasMaxLength(Schedule.MaxReason);
        schedule.Property(s => s.Version).IsConcurrencyToken();
        schedule.HasIndex(s => s.BuiltInKey).IsUnique();
        schedule.HasIndex(s => s.NextAt);
    }

    public void Configure(EntityTypeBuilder<JobNode> node)
    {
        node.ToTable("job_nodes");
        node.HasKey(n => n.Name);
        node.Property(n => n.Name).HasMaxLength(100);
        node.Property(n => n.Gauges).AsJson();
    }
}
