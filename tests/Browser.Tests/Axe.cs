using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Playwright;

namespace Restaurant.Browser.Tests;

/// <summary>The accessibility checker axe-core, run inside a page.</summary>
public static class Axe
{
    private static readonly Lazy<string> Script = new(Read);

    /// <summary>Fails with every violation by name and place.</summary>
    public static async Task CheckAsync(IPage page)
    {
        await page.EvaluateAsync(Script.Value);

        // Half-way through a fade a text has half its contrast, and rows of other tests fade in at any time.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(a => a.effect?.getTiming().iterations !== Infinity).map(a => a.finished.catch(() => {})))");
        var violations = await page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run()).violations.map(violation => ({
              rule: violation.id,
              help: violation.help,
              places: violation.nodes.slice(0, 5).map(node => node.html.slice(0, 200) + ' -> ' + node.failureSummary),
            }))
            """);
        violations.EnumerateArray().Select(violation => violation.ToString()).ShouldBeEmpty($"axe on {page.Url}");
    }

    private static string Read()
    {
        var file = Path.Combine(Folder(), "axe", "axe.min.js");
        return File.Exists(file)
            ? File.ReadAllText(file)
            : throw new FileNotFoundException($"{file} is missing. tests/run fetches it; by hand: npm pack axe-core, and take package/axe.min.js out of it.");
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
