using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Notifications;
using Restaurant.Infrastructure.Live;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Database;

/// <summary>What only PostgreSQL knows: how an index is kept, how texts are compared, what a transaction is called.</summary>
internal static class PostgresModel
{
    // By bytes, as SQLite does, instead of by a language's rules: several times as fast in an index, and these are for machines alone.
    private const string Bytes = "C";

    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<LiveEvent>().Property<long>(LiveEventConfiguration.Transaction).HasDefaultValueSql("pg_current_xact_id()::text::bigint");

        // Counters of seconds and minutes: worth nothing after a crash, so nobody waits for their log.
        var allowance = builder.Entity<Allowance>();
        allowance.ToTable("allowances").IsUnlogged();
        allowance.HasKey(a => a.Key);
        allowance.Property(a => a.Key).HasMaxLength(64).UseCollation(Bytes);
        allowance.HasIndex(a => a.Until);

        var message = builder.Entity<CustomerMessage>();
        message.Property(m => m.Channel).UseCollation(Bytes);
        message.Property(m => m.ExternalId).UseCollation(Bytes);
        builder.Entity<OutboxMessage>().Property(o => o.Key).UseCollation(Bytes);

        // Rows lie in the order in which they came, so their times by block are index enough, and cost next to nothing to keep.
        message.HasIndex(m => m.ReceivedAt).HasMethod("brin");
    }
}
