namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>One figure that says how sure a reading is.</summary>
/// <param name="Name">As it stands in confidence.txt.</param>
/// <param name="Sign">
/// What it may say: 1 only good, -1 only bad, 0 either. With some hundred messages a figure can seem to help by chance alone; one that
/// comes out against its sign is left out.
/// </param>
/// <param name="Why">What makes us unsure where it is bad, as the rest of a sentence for people.</param>
/// <param name="Good">From here on nothing is wrong with it.</param>
public sealed record Figure(string Name, int Sign, string Why = "", double Good = 0);
