using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Restaurant.Infrastructure.Database;
using Restaurant.Testing;
using Restaurant.Web.Telemetry;

namespace Restaurant.Web.Tests.Telemetry;

public sealed class OutageLoggersTests : IDisposable
{
    private readonly KeptLog log = new();
    private readonly FakeClock clock = new(new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Outages outages;
    private readonly OutageLoggers loggers;

    public OutageLoggersTests()
    {
        outages = new(clock);
        loggers = new(LoggerFactory.Create(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace)), outages, clock);
    }

    [Fact]
    public void What_fails_because_the_database_is_away_is_counted_and_not_written()
    {
        var refused = new InvalidOperationException("a wrapper", new NpgsqlException("Failed to connect to 10.0.0.7:5432", new IOException("Connection refused")));

        Write(LogLevel.Error, new DbUpdateException("not saved", refused));
        Write(LogLevel.Warning, new SqliteException("unable to open database file", 14));

        log.Lines.ShouldBeEmpty();
        outages.Away.ShouldBe(new Absence(clock.GetUtcNow(), "Failed to connect to 10.0.0.7:5432: Connection refused"));
        outages.TakeUntold().ShouldBe(2);
    }

    [Fact]
    public void What_has_another_cause_is_written_with_its_stack_also_while_the_database_is_away()
    {
        outages.IsOutage(new NpgsqlException("gone", new IOException("Connection refused"))).ShouldBeTrue();

        Write(LogLevel.Error, new InvalidOperationException("a fault of ours"));
        Write(LogLevel.Error, new PostgresException("duplicate key", "ERROR", "ERROR", "23505"));
        Write(LogLevel.Warning, new PostgresException("deadlock detected", "ERROR", "ERROR", "40P01"));

        log.Lines.Count.ShouldBe(3);
        log.Lines.ShouldAllBe(line => line.Contains("Exception", StringComparison.Ordinal));
    }

    [Fact]
    public void A_statement_that_takes_too_long_is_named_once_a_minute_in_one_line()
    {
        var slow = new NpgsqlException("Exception while reading from stream", new TimeoutException("Timeout during reading attempt"));
        for (var second = 0; second < 61; second++)
        {
            Write(LogLevel.Error, slow);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        log.Lines.Count.ShouldBe(2);
        log.Lines.ShouldAllBe(line => line.Contains("It failed (Exception while reading from stream: Timeout during reading attempt)", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_looks_for_everything_finds_everything()
    {
        Write(LogLevel.Debug, new NpgsqlException("gone", new IOException("Connection refused")));

        log.Lines.Single().ShouldContain("Connection refused");
    }

    public void Dispose() => loggers.Dispose();

    private void Write(LogLevel level, Exception exception) =>
        loggers.CreateLogger("Some.Part").Log(level, new EventId(7), "It failed\nfor a reason", exception, (words, _) => words);
}
