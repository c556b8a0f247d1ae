using System.Collections.Concurrent;

namespace Restaurant.Infrastructure.Shared;

/// <summary>Remembers since when something does not answer; whoever uses it says so.</summary>
internal sealed class DependencyWatch(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Trouble> troubles = new(StringComparer.Ordinal);

    public void Works(string name) => troubles.TryRemove(name, out _);

    /// <param name="what">For people, and without host, name or password: strangers may read it.</param>
    public void Failed(string name, string what) => troubles.AddOrUpdate(name, _ => new(clock.GetUtcNow(), what), (_, known) => known with { What = what });

    /// <summary>Null while it answers, as far as anybody has tried.</summary>
    public Trouble? Of(string name) => troubles.GetValueOrDefault(name);

    internal sealed record Trouble(DateTimeOffset Since, string What);
}
