namespace Restaurant.Domain.Understanding.Intents;

/// <summary>A message whose intent is known.</summary>
/// <param name="Origin">Examples of one origin are variations of each other; a word counts as known when several origins use it.</param>
/// <param name="Weight">How many examples it counts for.</param>
public sealed record IntentExample(ScreenedMessage Message, OrderReading Reading, Intent Intent, int Origin, float Weight = 1);
