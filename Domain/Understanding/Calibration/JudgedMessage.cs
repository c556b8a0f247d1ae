namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>A held-back message as we understood it, and whether that was right.</summary>
public sealed record JudgedMessage(HeldBackMessage Message, IntentGuess Guess, OrderReading Reading, bool IsRight, double Confidence)
{
    /// <summary>Nothing but the confidence could keep it from the kitchen.</summary>
    public bool CouldBeCooked => Guess.Intent == Intent.Order && Reading.Lines.Count > 0 && Reading.Unmatched.Count == 0;
}
