using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Jobs;

namespace Restaurant.Infrastructure.Jobs;

internal sealed class JobRunConfiguration
    : IEntityTypeConfiguration<JobRun>, IEntityTypeConfiguration<JobAttempt>, IEntityTypeConfiguration<JobLogLine>
{
    /// <summary>When a run of a job with a rate limit began; counted by the claim.</summary>
    public const string RateAt = "RateAt";

    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.ToTable("job_runs");
        run.Property(r => r.JobKey).HasMaxLength(JobDefinition.MaxKey);
        run.Property(r => r.StartedBy).HasMaxLength(JobRun.MaxCause);
        run.Property(r => r.CauseKey).HasMaxLength(JobRun.MaxCause);
        run.Property(r => r.LeaseOwner).HasMaxLength(150);
        run.Property(r => r.Node).HasMaxLength(100);
        run.Property(r => r.CorrelationId).HasMaxLength(40);
        run.Property<DateTimeOffset?>(RateAt);

        // A number, so that the higher sorts before the lower.
        run.Property(r => r.Priority).HasConversion<int>();

        // The same cause never makes a second run: what keeps two nodes from running one firing twice.
        run.HasIndex(r => r.CauseKey).IsUnique();

        // The claim: what waits, the highest priority first. Only runs that are not over, so it stays small whatever the history.
        run.HasIndex(r => new { r.Priority, r.DueAt, r.Id }).IsDescending(true, false, false).HasFilter("\"FinishedAt\" IS NULL").HasDatabaseName("IX_job_runs_open");
        run.HasIndex(r => r.JobKey).HasFilter("\"State\" = 'Running'").HasDatabaseName("IX_job_runs_running");
        run.HasIndex(nameof(JobRun.JobKey), RateAt).HasFilter($"\"{RateAt}\" IS NOT NULL").HasDatabaseName("IX_job_runs_rate");

        // The lists: newest first by job, by schedule, and what did not succeed.
        run.HasIndex(r => new { r.JobKey, r.Id });
        run.HasIndex(r => new { r.ScheduleId, r.Id }).HasFilter("\"ScheduleId\" IS NOT NULL");
        run.HasIndex(r => new { r.State, r.Id }).HasFilter("\"FinishedAt\" IS NOT NULL AND \"State\" <> 'Succeeded'").HasDatabaseName("IX_job_runs_troubled");

        // The figures of the last day, and forgetting what is old.
        run.HasIndex(r => new { r.FinishedAt, r.State }).HasFilter("\"FinishedAt\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<JobAttempt> attempt)
    {
        attempt.ToTable("job_attempts");
        attempt.HasKey(a => new { a.RunId, a.Number });
        attempt.Property(a => a.Number).ValueGeneratedNever();
        attempt.Property(a => a.Node).HasMaxLength(100);
        attempt.Property(a => a.CorrelationId).HasMaxLength(40);
        attempt.HasOne<JobRun>().WithMany().HasForeignKey(a => a.RunId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<JobLogLine> line)
    {
        line.ToTable("job_log_lines");
        line.HasKey(l => new { l.RunId, l.Attempt, l.Number });
        line.Property(l => l.Attempt).ValueGeneratedNever();
        line.Property(l => l.Number).ValueGeneratedNever();
        line.HasOne<JobRun>().WithMany().HasForeignKey(l => l.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
