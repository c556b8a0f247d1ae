using System.Reflection;
using System.Text.RegularExpressions;

namespace Restaurant.Architecture.Tests;

/// <summary>One word per feature: the glossary names it, folders and types use it.</summary>
public sealed partial class WordsTests
{
    // Folders that are not features but the technical parts of a layer.
    private static readonly Dictionary<string, string[]> Technical = new()
    {
        ["Domain"] = ["Shared"],
        ["Infrastructure"] = ["Shared", "Database", "Models", "Caching", "Http"],
        ["Pipeline"] = ["Engine", "Jobs", "Footprint"],
        ["Web"] = ["Api", "Commands", "Components", "Health", "Hubs", "Mcp", "Properties", "Security", "Telemetry", "wwwroot", "data"],
    };

    private static readonly string[] NoFeature = ["bin", "obj"];

    [Theory]
    [InlineData("Infrastructure")]
    [InlineData("Pipeline")]
    public void A_feature_has_the_folder_name_it_has_in_Domain(string project)
    {
        var features = Folders("Domain").ToHashSet();

        Folders(project).Except(Technical[project]).Where(folder => !features.Contains(folder) && folder != "Outbox").ShouldBeEmpty();
    }

    [Fact]
    public void Every_feature_of_Domain_has_its_line_in_the_glossary()
    {
        var glossary = File.ReadAllText(Path.Combine(Source.Root, "docs", "glossary.md"));

        Folders("Domain").Except(Technical["Domain"]).Where(feature => !glossary.Contains($"`{feature}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void No_type_hides_behind_a_word_that_says_nothing()
    {
        var types = Source.Projects.SelectMany(project => Assembly.Load($"Restaurant.{project}").GetTypes())
            .Where(type => type.Namespace?.StartsWith("Restaurant.", StringComparison.Ordinal) == true && !type.Name.Contains('<'));

        types.Where(type => Vague().IsMatch(type.Name)).Select(type => type.FullName).ShouldBeEmpty();
    }

    private static IEnumerable<string> Folders(string project) =>
        Directory.GetDirectories(Path.Combine(Source.Root, project)).Select(folder => Path.GetFileName(folder)!).Except(NoFeature);

    [GeneratedRegex("(Manager|Helper|Helpers|Service|Utils|Util|Utility|Common|^Task)$")]
    private static partial Regex Vague();
}
