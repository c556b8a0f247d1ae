namespace Restaurant.Infrastructure.Database;

/// <summary>The database does not answer.</summary>
/// <param name="Since">When somebody first noticed.</param>
/// <param name="Why">Its own words or those of the line to it, in one line; they may name the host, so they are for the log.</param>
public sealed record Absence(DateTimeOffset Since, string Why);
