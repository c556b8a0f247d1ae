namespace Restaurant.Domain.Team;

/// <summary>What a person may do. The names stand in tokens, policies and the database.</summary>
public static class Role
{
    /// <summary>Sets up: people, keys, rooms, everything.</summary>
    public const string Owner = "owner";

    /// <summary>Reviews, plans, keeps the menu.</summary>
    public const string Manager = "manager";

    /// <summary>Answers enquiries and fixes orders.</summary>
    public const string Front = "front";

    /// <summary>Cooks; sees orders and the menu's availability.</summary>
    public const string Kitchen = "kitchen";

    public static IReadOnlyList<string> All { get; } = [Owner, Manager, Front, Kitchen];
}
