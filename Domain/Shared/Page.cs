namespace Restaurant.Domain.Shared;

/// <summary>One page of a list that the server pages.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total);
