namespace Restaurant.Domain.Orders;

/// <summary>The files of days' orders in the data directory of this node.</summary>
public interface IOrderExports
{
    /// <summary>Replaces the file of the day, whole or not at all.</summary>
    /// <returns>The file's name.</returns>
    Task<string> WriteAsync(DateOnly day, string csv, CancellationToken cancellationToken);

    /// <summary>The newest day first.</summary>
    IReadOnlyList<OrderExport> List();

    /// <summary>Null where there is no such file.</summary>
    Stream? Open(DateOnly day);
}

/// <param name="Machine">On whose disk the file lies: each node lists its own.</param>
public sealed record OrderExport(DateOnly Day, string Name, long Bytes, DateTimeOffset WrittenAt, string Machine);
