namespace Restaurant.Domain.Jobs;

/// <summary>Keeps the database quick: statistics, log file, empty space.</summary>
public interface IDatabaseUpkeep
{
    /// <param name="rewrite">Null rewrites where enough of it is empty; true always, false never. PostgreSQL never needs it.</param>
    Task<UpkeepResult> RunAsync(bool? rewrite, IJobProgress progress, CancellationToken cancellationToken);
}

/// <param name="Done">For people: "statistics brought up to date".</param>
public sealed record UpkeepResult(long BytesBefore, long BytesAfter, string Done);
