namespace Restaurant.Web.Components.Pages.Menu;

/// <summary>Several words in one text box, separated by commas; by bars where a word has a comma of its own.</summary>
internal static class WordList
{
    public static string Write(IReadOnlyList<string> words) =>
        string.Join(words.Any(word => word.Contains(',', StringComparison.Ordinal)) ? " | " : ", ", words);

    public static IReadOnlyList<string> Read(string text) => [.. text
        .Split(text.Contains('|', StringComparison.Ordinal) ? ['|', '\n'] : [',', '\n'])
        .Select(word => word.Trim()).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}
