using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Menu;

/// <summary>The one true menu. Every change goes through here: decided on the newest menu, audited in the same transaction, then announced.</summary>
public interface IMenuStore
{
    Task<RestaurantMenu> LoadAsync(CancellationToken cancellationToken);

    /// <summary>The version that <see cref="LoadAsync"/> would return; cheap. 0 means that nobody has ever put anything on the menu.</summary>
    Task<long> VersionAsync(CancellationToken cancellationToken);

    /// <summary>Two callers never decide on the same menu: the later one sees what the earlier one saved.</summary>
    /// <param name="who">A person's e-mail, an API key's name, or the machine part that acts.</param>
    Task<MenuVerdict> ChangeAsync(MenuChange change, string who, string? why, CancellationToken cancellationToken);

    /// <summary>Newest first. <paramref name="subject"/> is the id of an item, category or group; null is the whole menu.</summary>
    Task<Page<MenuHistoryEntry>> HistoryAsync(Guid? subject, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Puts back what one entry of the history changed and leaves later changes of other fields alone. Itself in the history.</summary>
    /// <returns>Missing when there is no such entry.</returns>
    Task<MenuVerdict> UndoAsync(Guid entry, string who, CancellationToken cancellationToken);
}

/// <param name="Changes">What each thing on the menu was before and after.</param>
public sealed record MenuHistoryEntry(
    Guid Id, DateTimeOffset At, string Who, string What, string? Why, IReadOnlyList<MenuDifference> Changes);
