namespace Restaurant.Infrastructure.Menu;

/// <summary>One row: the lock that every change of the menu takes, and the version that it raises.</summary>
internal sealed class MenuHead
{
    public const int OnlyId = 1;

    public int Id { get; init; }
    public string Restaurant { get; set; } = "";
    public long Version { get; set; }
}

internal sealed class CategoryRow
{
    public Guid Id { get; init; }
    public string Name { get; set; } = "";
    public string Kind { get; set; } = "";
    public long Revision { get; set; }
    public int Place { get; set; }
}
