namespace Restaurant.Domain.Menu;

/// <summary>A wish to change the menu. Pure: it says what the newest menu becomes, or why not.</summary>
public abstract record MenuChange
{
    public abstract MenuVerdict Decide(RestaurantMenu menu);

    /// <summary>A changed menu is accepted only as a whole: no rule may be broken anywhere.</summary>
    protected static MenuVerdict Accept(RestaurantMenu menu, string sentence) =>
        MenuRules.Check(menu) is { Count: > 0 } problems
            ? new(MenuOutcome.Refused, menu, "", problems)
            : new(MenuOutcome.Saved, menu, sentence, []);

    protected static MenuVerdict Refuse(RestaurantMenu menu, string field, string message) =>
        new(MenuOutcome.Refused, menu, "", [new(field, message)]);

    protected static MenuVerdict Conflict(RestaurantMenu menu, string name) => new(
        MenuOutcome.Conflict, menu, "", [new("", $"{name} was changed by somebody else in the meantime. Look at the newest and save again.")]);

    protected static MenuVerdict Missing(RestaurantMenu menu, string what) =>
        new(MenuOutcome.Missing, menu, "", [new("", $"{what} is no longer on the menu.")]);
}

/// <param name="Menu">The menu after the change where it was saved, the newest menu otherwise.</param>
/// <param name="Sentence">For people: what was done.</param>
public sealed record MenuVerdict(MenuOutcome Outcome, RestaurantMenu Menu, string Sentence, IReadOnlyList<MenuProblem> Problems)
{
    /// <summary>The entry in the history, to undo it by; null when nothing was saved.</summary>
    public Guid? Entry { get; init; }
}

public enum MenuOutcome
{
    Saved,

    /// <summary>The menu is so already: nothing was written.</summary>
    Unchanged,

    /// <summary>Somebody else changed the same thing since it was read.</summary>
    Conflict,

    /// <summary>A rule would be broken; the problems say which.</summary>
    Refused,

    /// <summary>What was to be changed does not exist.</summary>
    Missing,
}

/// <param name="Field">The property it stands beside, for example "Name" or "Sizes"; empty for the whole.</param>
/// <param name="Subject">The item or group it is about, where that is not plain from the change.</param>
public sealed record MenuProblem(string Field, string Message, string Subject = "");
