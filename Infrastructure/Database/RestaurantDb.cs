using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Team;

namespace Restaurant.Infrastructure.Database;

/// <summary>One model for both databases. Mapping stands beside each feature; what differs between providers is in this folder alone.</summary>
public abstract class RestaurantDb(DbContextOptions options) : IdentityUserContext<Person, Guid>(options)
{
    public DbSet<CustomerMessage> Messages => Set<CustomerMessage>();
    public DbSet<Run> Runs => Set<Run>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Enquiry> Enquiries => Set<Enquiry>();
    public DbSet<ReviewItem> Reviews => Set<ReviewItem>();
    public DbSet<Verdict> Verdicts => Set<Verdict>();
    public DbSet<FiledMessage> Filed => Set<FiledMessage>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<LiveEvent> Events => Set<LiveEvent>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<JobAttempt> JobAttempts => Set<JobAttempt>();
    public DbSet<JobLogLine> JobLogLines => Set<JobLogLine>();
    public DbSet<JobNode> JobNodes => Set<JobNode>();
    public DbSet<Schedule> Schedules => Set<Schedule>();

    public abstract bool IsPostgres { get; }

    /// <summary>A moment as a hand-written statement must give it to this database.</summary>
    public object Stored(DateTimeOffset time) => IsPostgres ? time.ToUniversalTime() : time.UtcTicks;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(RestaurantDb).Assembly);
        if (IsPostgres)
            PostgresModel.Apply(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);

        // SQLite has no time type: kept as a UTC tick count it can be compared and ordered. PostgreSQL only takes UTC.
        if (IsPostgres)
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        else
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time);

    private sealed class UtcTicksConverter()
        : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
