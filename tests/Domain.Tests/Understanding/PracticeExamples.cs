using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>Read once for all tests: reading them takes a good part of a second.</summary>
internal static class PracticeExamples
{
    public static IReadOnlyList<IntentExample> All { get; } = IntentExamples.Own();
}
