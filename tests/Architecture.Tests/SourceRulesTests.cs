using System.Text.RegularExpressions;

namespace Restaurant.Architecture.Tests;

public sealed partial class SourceRulesTests
{
    [Fact]
    public void Time_comes_from_TimeProvider() => FilesWith(SystemClock()).ShouldBeEmpty();

    [Fact]
    public void Nothing_blocks_on_a_task() => FilesWith(Blocking()).ShouldBeEmpty();

    [Fact]
    public void No_exception_is_swallowed() => FilesWith(EmptyCatch()).ShouldBeEmpty();

    [Fact]
    public void Every_page_says_who_may_see_it()
    {
        var open = Source.CodeOf("Web").Where(file => file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file) is var text && text.Contains("@page ", StringComparison.Ordinal)
                && !text.Contains("@attribute [Authorize", StringComparison.Ordinal)
                && !text.Contains("@attribute [AllowAnonymous", StringComparison.Ordinal));

        open.Select(Source.Relative).ShouldBeEmpty();
    }

    private static IEnumerable<string> FilesWith(Regex forbidden) =>
        from project in Source.Projects
        from file in Source.CodeOf(project)
        let text = File.ReadAllText(file)
        from Match match in forbidden.Matches(text)
        select $"{Source.Relative(file)}:{text.AsSpan(0, match.Index).Count('\n') + 1}";

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|Stopwatch\.StartNew")]
    private static partial Regex SystemClock();

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|Thread\.Sleep|\.Wait\(\)")]
    private static partial Regex Blocking();

    [GeneratedRegex(@"catch\s*(\([^)]*\)\s*)?(when\s*\([^{]*\)\s*)?\{\s*\}")]
    private static partial Regex EmptyCatch();
}
