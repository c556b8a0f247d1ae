using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Restaurant.Browser.Tests;

/// <summary>Listens to what the server logs when a circuit ends with an exception: nobody may be looking at the page by then.</summary>
public sealed class CircuitFaults : ILoggerProvider
{
    private readonly ConcurrentQueue<string> faults = [];

    public ILogger CreateLogger(string categoryName) => new Listener(categoryName.EndsWith(".CircuitHost", StringComparison.Ordinal) ? faults : null);

    /// <summary>Each fault is told once.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (faults.TryDequeue(out var fault))
            taken.Add(fault);
        return taken;
    }

    public void Dispose()
    {
        // What was heard is asked for after the program has ended.
    }

    private sealed class Listener(ConcurrentQueue<string>? faults) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => faults is not null && logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                faults!.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
