namespace Restaurant.Domain.Live;

/// <summary>Something that happened, kept so that a listener that was away gets all it missed.</summary>
/// <param name="Sequence">Given by the database when written (0 before); grows, with gaps allowed.</param>
/// <param name="SubjectId">The id of the thing: a message number or a GUID.</param>
/// <param name="Sentence">For people.</param>
public sealed record LiveEvent(long Sequence, Topic Topic, string SubjectId, string Sentence, DateTimeOffset At);
