namespace Restaurant.Infrastructure.Shared;

/// <summary>What somebody has used of what they may in one stretch of time, counted by all nodes.</summary>
internal sealed class Allowance
{
    public required string Key { get; init; }
    public long Used { get; init; }
    public DateTimeOffset Until { get; init; }
}
