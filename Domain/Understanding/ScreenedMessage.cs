namespace Restaurant.Domain.Understanding;

/// <summary>A message made fit for reading: what it says, in which language, and what is odd about it.</summary>
/// <param name="Original">The customer's words, unchanged.</param>
/// <param name="Text">The same words with broken spacing, quotes and invisible characters mended.</param>
/// <param name="Language">Two letters, ISO 639-1; "en" when nothing says otherwise.</param>
/// <param name="Flags">For people: "injection", "markup", "insult", "empty" …; none changes what the words may order.</param>
public sealed record ScreenedMessage(string Original, string Text, string Language, IReadOnlyList<string> Flags);
