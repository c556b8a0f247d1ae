namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>A message whose right understanding is known and that nothing is trained on.</summary>
/// <param name="Intents">Any of them is right.</param>
/// <param name="Readings">Any of them is right; looked at only where the message is understood as an order.</param>
public sealed record HeldBackMessage(
    ScreenedMessage Message, MenuIndex Menu, IReadOnlyList<Intent> Intents, IReadOnlyList<HeldBackReading> Readings)
{
    private static readonly Lazy<IReadOnlyList<HeldBackMessage>> Shared = new(() => HeldBackFile.Read("held-back.txt", "held-back-menus.txt"));

    /// <summary>Our own: held-back.txt.</summary>
    public static IReadOnlyList<HeldBackMessage> Own => Shared.Value;

    public OrderReading Read() => OrderMatcher.Match(OrderParser.Parse(Message, Menu), Menu);

    /// <summary>Whether intent and, for an order, lines and the presence of unknown things are all right.</summary>
    public bool IsRight(IntentGuess guess, OrderReading reading) =>
        Intents.Contains(guess.Intent) && (guess.Intent != Intent.Order || Readings.Any(right => right.Is(reading)));
}
