using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Simulation;

/// <summary>Messages to play, kept in the order of their file.</summary>
/// <param name="Duplicates">Rows that repeated an earlier one and were dropped.</param>
public sealed record Dataset(Guid Id, string Name, bool BuiltIn, int Count, int Duplicates, int BadRows, DateTimeOffset AddedAt, string AddedBy)
{
    public const int MaxName = 80;
    public const int MaxRows = 20_000;
    public const int MaxBytes = 10_000_000;
    public const int MaxDatasets = 100;
}

/// <param name="Row">Its place in the dataset, counted from 0.</param>
/// <param name="At">The time in the file, where it had one. The simulator plays in the file's order, at its own pace.</param>
public sealed record DatasetMessage(int Row, string Text, string Sender, string Channel, DateTimeOffset? At);

/// <summary>A dataset as a file says it: the good rows, and what was wrong with the others.</summary>
public sealed record DatasetFile(IReadOnlyList<DatasetMessage> Messages, int Duplicates, IReadOnlyList<BadRow> BadRows)
{
    public static DatasetFile Unreadable(string where, string reason) => new([], 0, [new(where, reason)]);
}
