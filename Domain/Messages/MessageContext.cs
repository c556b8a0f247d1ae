using Restaurant.Domain.Orders;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Messages;

/// <summary>What the flow knows of a message so far; each step hands on a richer one.</summary>
public sealed record MessageContext(string Text, MenuIndex Index, RestaurantSettings Settings, DateTimeOffset Now)
{
    public ScreenedMessage? Screened { get; init; }
    public OrderReading Reading { get; init; } = OrderReading.Nothing;
    public IntentGuess? Guess { get; init; }
    public PricedOrder Priced { get; init; } = new([], 0, []);
    public Decision? Decision { get; init; }

    /// <summary>"rules", or "model" where a second opinion was followed.</summary>
    public string DecidedBy { get; init; } = "rules";
}
