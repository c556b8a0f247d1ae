using Microsoft.AspNetCore.Components;
using Restaurant.Domain.Shared;

namespace Restaurant.Web.Components.Shared;

/// <summary>A live component on which people act: it knows who they are, says what came of it, and offers to take it back.</summary>
public abstract class ActingComponent : LiveComponent
{
    [Inject]
    public required Viewer Viewer { get; init; }

    [Inject]
    public required Notify Notify { get; init; }

    [Inject]
    public required UndoOffers Undo { get; init; }

    /// <summary>Who acts, for the audit.</summary>
    protected Task<string> WhoAsync() => Viewer.WhoAsync();

    /// <summary>True when it was done; otherwise the person is told why not.</summary>
    protected bool Tell<T>(Change<T> change)
        where T : class
    {
        if (!change.IsDone)
            Notify.Warning(change.Result == ChangeResult.Stale ? "Changed meanwhile" : "Not done", change.Sentence);
        return change.IsDone;
    }

    /// <summary>Takes something back for the undo bar, which shows the reason when it cannot be done any more.</summary>
    protected static void Must<T>(Change<T> change)
        where T : class
    {
        if (!change.IsDone)
            throw new NotAllowedException(change.Sentence);
    }
}
