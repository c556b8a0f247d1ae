namespace Restaurant.Pipeline.Messages;

/// <summary>What the pump of this node does, for the status page.</summary>
/// <param name="Registered">Turns registered since the start.</param>
/// <param name="Failed">Attempts that failed since the start.</param>
/// <param name="Problem">What keeps it from working now, for people; null when nothing does.</param>
public sealed record PumpStatus(PumpPace Pace, int Backlog, int BatchesUnderWay, long Registered, long Failed, string? Problem);
