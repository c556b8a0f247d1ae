namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>Words of the message that make a figure bad.</summary>
/// <param name="Figure">Its name in confidence.txt.</param>
/// <param name="Start">The first character, counted from 0 in the message's text.</param>
internal readonly record struct DoubtfulWords(string Figure, int Start, int Length);
