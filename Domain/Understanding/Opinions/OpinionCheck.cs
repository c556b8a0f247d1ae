using Restaurant.Domain.Menu;

namespace Restaurant.Domain.Understanding.Opinions;

/// <summary>
/// Decides whether a second opinion may be believed: everything it names must be sold as it says, and the customer's own words must support it.
/// A model is easily talked into things; a customer's words are not.
/// </summary>
public static class OpinionCheck
{
    /// <summary>More of one thing than this is for a person to decide.</summary>
    public const int MostOfOne = 50;

    /// <param name="message">Only its readable part counts: what an injection says supports nothing.</param>
    /// <param name="own">What our own rules read; an opinion may drop no dish of it, and no extra or "without" of a dish.</param>
    /// <returns>The opinion as a reading, or null with the reason in words.</returns>
    public static (OrderReading? Reading, string Reason) Check(Opinion opinion, ScreenedMessage message, OrderReading own, RestaurantMenu menu)
    {
        if (opinion.Intent != Intent.Order)
            return own.Lines.Count == 0 ? (OrderReading.Nothing, "it names no dish, and neither did we read one") : (null, "it overlooks what we read as dishes");
        if (opinion.Items.Count == 0 && opinion.Unmatched.Count == 0)
            return (null, "it says order and names nothing");

        var said = SaidWords.Of(message);
        var lines = new List<ReadLine>();
        foreach (var asked in opinion.Items)
        {
            var item = menu.Items.FirstOrDefault(candidate => Same(candidate.Name, asked.Item));
            if (item is null)
                return (null, $"'{asked.Item}' is not on the menu");
            if (Problem(asked, item, menu, said) is { } problem)
                return (null, problem);
            lines.Add(new(item.Name, asked.Quantity, Size(item, asked.Size)?.Name,
                [.. asked.Modifiers.Select(modifier => new ReadModifier(Offered(item, menu, modifier.Modifier)!.Name, modifier.Action, modifier.Quantity))],
                "", "second opinion, supported by the words"));
        }

        if (own.Lines.FirstOrDefault(line => !lines.Any(found => Same(found.Item, line.Item))) is { } dropped)
            return (null, $"it drops {dropped.Item}, which the words name");
        if (own.Lines.SelectMany(line => line.Modifiers.Where(modifier => !lines.Any(found => Same(found.Item, line.Item) && Keeps(found, modifier)))).FirstOrDefault() is { } lost)
            return (null, $"it drops {(lost.Action == ModifierAction.Remove ? "no " : "")}{lost.Modifier}, which the words name");
        if (opinion.Unmatched.FirstOrDefault(phrase => !said.Supports(phrase)) is { } invented)
            return (null, $"nobody wrote '{invented}'");

        return (new(lines, [.. opinion.Unmatched.Select(phrase => new UnmatchedPhrase(phrase, []))], own.Confidence, "second opinion"), "menu and words support it");
    }

    // Extra or on the side may be seen in another way; what is left out must stay out.
    private static bool Keeps(ReadLine line, ReadModifier modifier) =>
        line.Modifiers.Any(other => Same(other.Modifier, modifier.Modifier) && (other.Action == ModifierAction.Remove) == (modifier.Action == ModifierAction.Remove));

    private static string? Problem(OpinionItem asked, MenuItem item, RestaurantMenu menu, SaidWords said)
    {
        if (asked.Quantity is < 1 or > MostOfOne)
            return $"{asked.Quantity} × {item.Name} is for a person to decide";
        if (!said.SupportsNumber(asked.Quantity))
            return $"nobody wrote {asked.Quantity}";
        if (!item.Aliases.Prepend(item.Name).Any(said.Supports))
            return $"the words do not name {item.Name}";
        if (asked.Size is not null && Size(item, asked.Size) is null)
            return $"{item.Name} has no size {asked.Size}";
        if (Size(item, asked.Size) is { } size && !size.Aliases.Prepend(size.Name).Any(said.Supports))
            return $"nobody asked for {size.Name}";

        foreach (var wanted in asked.Modifiers)
        {
            if (Offered(item, menu, wanted.Modifier) is not { } modifier)
                return $"{item.Name} has no {wanted.Modifier}";
            if (wanted.Quantity is < 1 or > MostOfOne || !said.SupportsNumber(wanted.Quantity))
                return $"nobody wrote {wanted.Quantity} × {modifier.Name}";
            if (!modifier.Aliases.Prepend(modifier.Name).Any(said.Supports))
                return $"the words do not name {modifier.Name}";
        }

        return null;
    }

    private static MenuSize? Size(MenuItem item, string? name) => name is null ? null : item.Sizes.FirstOrDefault(size => Same(size.Name, name));

    private static Modifier? Offered(MenuItem item, RestaurantMenu menu, string name) => menu.ModifierGroups
        .Where(group => item.ModifierGroups.Contains(group.Name)).SelectMany(group => group.Modifiers)
        .FirstOrDefault(modifier => Same(modifier.Name, name));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
