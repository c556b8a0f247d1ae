using System.Globalization;

namespace Restaurant.Testing.Circuits;

/// <summary>Many open pages without a browser, and what they were sent.</summary>
public sealed class LightPages : IAsyncDisposable
{
    private readonly List<(string Path, LightPage Page)> pages = [];

    public IReadOnlyList<string> Ended => [.. pages.Where(page => page.Page.Ended is not null).Select(page => $"{page.Path}: {page.Page.Ended}")];

    public static async Task<LightPages> OpenAsync(Uri server, string cookie, IEnumerable<string> paths)
    {
        var opened = new LightPages();
        foreach (var path in paths)
            opened.pages.Add((path, await LightPage.OpenAsync(new(server, path), cookie, CancellationToken.None)));
        return opened;
    }

    /// <summary>A line a kind of page: what one of them was sent in a second.</summary>
    public IEnumerable<string> Told(double seconds) => pages.GroupBy(page => page.Path, page => page.Page.Drawn).Select(kind => string.Create(
        CultureInfo.InvariantCulture,
        $"  {kind.Key}: {kind.Count()} pages, each drawn {kind.Average(drawn => drawn.Batches) / seconds:0.0} times a second, {kind.Average(drawn => drawn.Bytes) / seconds / 1024:0.0} KB a second, {kind.Sum(drawn => drawn.Bytes) / 1024.0 / Math.Max(1, kind.Sum(drawn => drawn.Batches)):0.0} KB each time"));

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, page) in pages)
            await page.DisposeAsync();
    }
}
