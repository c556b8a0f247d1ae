namespace Restaurant.Domain.Shared;

/// <summary>A row of a file that could not be used. The rows that could are kept all the same.</summary>
/// <param name="Where">For people: "line 12", or the path in a JSON file.</param>
public sealed record BadRow(string Where, string Reason)
{
    public override string ToString() => $"{Where}: {Reason}";
}
