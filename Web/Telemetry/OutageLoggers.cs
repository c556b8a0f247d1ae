using System.Collections.Concurrent;
using System.Collections.Frozen;
using Restaurant.Infrastructure.Database;
using Restaurant.Web.Commands;

namespace Restaurant.Web.Telemetry;

/// <summary>
/// While the database is away, every loop, EF Core and Quartz would each write a stack of several kilobytes at every try. What they log about it is
/// counted and left out; <see cref="OutageWatch"/> says it once for all. Everything else passes, and at Debug and below all does.
/// </summary>
internal sealed class OutageLoggers(ILoggerFactory inner, Outages outages, TimeProvider clock) : ILoggerFactory
{
    // What the framework writes with a stack when the host cannot start.
    private static readonly FrozenSet<string> TellsOfStart = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];

    private readonly ConcurrentDictionary<string, Logger> loggers = new(StringComparer.Ordinal);

    public ILogger CreateLogger(string categoryName) =>
        loggers.GetOrAdd(categoryName, name => new(inner.CreateLogger(name), TellsOfStart.Contains(name), outages, clock));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    private sealed class Logger(ILogger inner, bool tellsOfStart, Outages outages, TimeProvider clock) : ILogger
    {
        private static readonly TimeSpan Reminder = TimeSpan.FromMinutes(1);
        private readonly ConcurrentDictionary<EventId, long> told = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!inner.IsEnabled(logLevel))
                return;
            if (logLevel >= LogLevel.Error && tellsOfStart && StartProblem.Of(exception) is not null)
                return; // said in one sentence where the program ends
            if (exception is null || logLevel < LogLevel.Information || !outages.IsUnavailable(exception))
                inner.Log(logLevel, eventId, state, exception, formatter);
            else if (Outages.IsTimeout(exception) && IsNew(eventId))
                inner.Log(logLevel, eventId, Short(formatter(state, exception), exception), null, (words, _) => words);
            else
                outages.LeaveOut();
        }

        // A statement that always takes too long looks like a database that froze, so once a minute each place says that it was that one.
        private bool IsNew(EventId id)
        {
            var now = clock.GetTimestamp();
            if (told.TryGetValue(id, out var last) && clock.GetElapsedTime(last, now) < Reminder)
                return false;
            told[id] = now;
            return true;
        }

        private static string Short(string words, Exception exception) => $"{words.AsSpan(0, words.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : words.Length)} ({Outages.Why(exception)})";
    }
}
