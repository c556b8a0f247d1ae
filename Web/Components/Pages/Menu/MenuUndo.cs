using Restaurant.Domain.Menu;
using Restaurant.Domain.Shared;

namespace Restaurant.Web.Components.Pages.Menu;

internal static class MenuUndo
{
    /// <summary>For the undo bar, which tells the person why where something cannot be undone any more.</summary>
    public static async Task TakeBackAsync(this IMenuStore store, Guid entry, string who)
    {
        var verdict = await store.UndoAsync(entry, who, CancellationToken.None);
        if (verdict.Outcome is not (MenuOutcome.Saved or MenuOutcome.Unchanged))
            throw new NotAllowedException(string.Join(' ', verdict.Problems.Select(problem => problem.Message).DefaultIfEmpty(verdict.Sentence)));
    }
}
