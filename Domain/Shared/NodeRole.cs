namespace Restaurant.Domain.Shared;

/// <summary>What a process does of the whole. Any number of each may share one PostgreSQL.</summary>
/// <param name="Serves">Takes messages in and shows pages.</param>
/// <param name="Works">Runs what works by itself: pumps, outbox, jobs, simulator.</param>
public sealed record NodeRole(string Name, bool Serves, bool Works)
{
    public const string Setting = "Restaurant:Role";

    public static NodeRole All { get; } = new("all", true, true);

    public static NodeRole Web { get; } = new("web", true, false);

    public static NodeRole Worker { get; } = new("worker", false, true);

    private static readonly NodeRole[] Known = [All, Web, Worker];

    public static IEnumerable<string> Names => Known.Select(role => role.Name);

    /// <summary>Nothing named means all of it.</summary>
    public static NodeRole Of(string? name) => string.IsNullOrWhiteSpace(name)
        ? All
        : Array.Find(Known, role => role.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"{Setting} is '{name}'. It may be {string.Join(", ", Names)}.");
}
