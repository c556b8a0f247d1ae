using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Restaurant.Web.Tests;

/// <summary>Keeps every line with its values, its scopes and its exception.</summary>
internal sealed class KeptLog : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider? scopes;

    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Writer(KeptLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log.scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
            var around = new List<string>();
            log.scopes?.ForEachScope((scope, list) => list.Add(scope is IEnumerable<KeyValuePair<string, object?>> some ? string.Join(' ', some) : $"{scope}"), around);
            log.Lines.Enqueue($"{category}: {formatter(state, exception)} {values} [{string.Join(", ", around)}] {exception}");
        }
    }
}
