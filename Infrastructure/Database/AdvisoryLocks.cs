namespace Restaurant.Infrastructure.Database;

/// <summary>What all nodes on one PostgreSQL do one at a time: locks by number, held until the transaction ends.</summary>
internal static class AdvisoryLocks
{
    public const string MessageClaims = "SELECT pg_advisory_xact_lock(5417001);";
    public const string RunClaims = "SELECT pg_advisory_xact_lock(5417002);";
    public const string Settings = "SELECT pg_advisory_xact_lock(5417003);";
}
