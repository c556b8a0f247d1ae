namespace Restaurant.Web.Components.Shared;

/// <summary>Destructive acts are done at once and can be taken back for a minute. One viewer's offers; the newest is shown by the <see cref="UndoBar"/>.</summary>
public sealed class UndoOffers(TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly List<UndoOffer> offers = [];

    public event Action? Changed;

    public UndoOffer? Newest => offers.Count == 0 ? null : offers[^1];

    /// <param name="text">What was done, for people: "Order 12 moved to ready".</param>
    /// <param name="undo">Takes it back.</param>
    public void Offer(string text, Func<Task> undo)
    {
        offers.RemoveAll(offer => offer.Until <= clock.GetUtcNow());
        offers.Add(new(text, undo, clock.GetUtcNow() + Life));
        Changed?.Invoke();
    }

    public void Forget(UndoOffer offer)
    {
        offers.Remove(offer);
        Changed?.Invoke();
    }
}

public sealed record UndoOffer(string Text, Func<Task> Undo, DateTimeOffset Until);
