using System.Collections.Concurrent;

namespace Restaurant.Infrastructure.Live;

/// <summary>How signals travel between nodes, and whether they do, for the readiness page.</summary>
public sealed class SignalState
{
    internal const string Redis = "Redis";
    internal const string Postgres = "PostgreSQL";

    // What is wrong with each carrier that is configured; empty where it works.
    private readonly ConcurrentDictionary<string, string> carriers = new();

    /// <summary>Who carries them now: Redis where it works, else PostgreSQL. Null where there is one node only, or no line is open.</summary>
    public string? Carrier => Carries(Redis) ? Redis : Carries(Postgres) ? Postgres : null;

    /// <summary>Null while all is well.</summary>
    public string? Problem => carriers.Values.FirstOrDefault(problem => problem.Length > 0);

    internal bool Carries(string carrier) => carriers.TryGetValue(carrier, out var problem) && problem.Length == 0;

    internal void Works(string carrier) => carriers[carrier] = "";

    internal void Failed(string carrier, string problem) => carriers[carrier] = problem;
}
