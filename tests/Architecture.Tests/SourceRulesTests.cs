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

    /// <summary>Tests of a project run side by side in one process: what one of them does to all is another one's riddle.</summary>
    [Fact]
    public void No_test_changes_what_all_tests_of_a_process_share() => FilesWith(Shared(), "tests").ShouldBeEmpty();

    private static IEnumerable<string> FilesWith(Regex forbidden) => Source.Projects.SelectMany(project => FilesWith(forbidden, project));

    private static IEnumerable<string> FilesWith(Regex forbidden, string project) =>
        from file in Source.CodeOf(project)
        let text = File.ReadAllText(file)
        from Match match in forbidden.Matches(text)
        select $"{Source.Relative(file)}:{text.AsSpan(0, match.Index).Count('\n') + 1}";

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|Stopwatch\.StartNew")]
    private static partial Regex SystemClock();

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|Thread\.Sleep|\.Wait\(\)")]
    private static partial Regex Blocking();

    [GeneratedRegex(@"Clear(All)Pools|(Set)EnvironmentVariable|(Set)CurrentDirectory|Environment\.CurrentDirectory =|CultureInfo\.\w+ =[^=>]|ThreadPool\.(Set)M|Console\.(Set)(Out|Error|In)")]
    private static partial Regex Shared();

    [GeneratedRegex(@"catch\s*(\([^)]*\)\s*)?(when\s*\([^{]*\)\s*)?\{\s*\}")]
    private static partial Regex EmptyCatch();
}
