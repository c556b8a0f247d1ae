using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Restaurant.Browser.Tests;

/// <summary>
/// A test at the browser. What a page writes to its console as an error, or throws, fails the test; a circuit that ends with an exception
/// on the server fails the test that ends next, because it may be anybody's.
/// </summary>
public abstract class BrowserTest(TheApp app) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> problems = [];
    private readonly ConcurrentBag<IBrowserContext> contexts = [];
    private readonly List<string> expected = [];

    protected TheApp App { get; } = app;

    /// <summary>As a phone shows a page, and a finger uses it.</summary>
    protected static BrowserNewContextOptions Phone => new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true };

    /// <summary>An error that belongs to the test: a part of its text.</summary>
    protected void Expect(string problem) => expected.Add(problem);

    protected async Task<IPage> NewPageAsync(string? role, BrowserNewContextOptions? options = null)
    {
        var context = await App.NewContextAsync(role, options);
        contexts.Add(context);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                problems.Enqueue($"{page.Url}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) => problems.Enqueue($"{page.Url}: {error}");
        return page;
    }

    /// <summary>Opens a page and waits until it answers to clicks.</summary>
    protected async Task<IPage> OpenAsync(string role, string path, BrowserNewContextOptions? options = null)
    {
        var page = await NewPageAsync(role, options);
        await page.OpenAsync(path);
        return page;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        // What a page says while it is closed is not counted: its circuit may be gone before its last answer arrives there.
        var found = problems.ToList();
        foreach (var context in contexts)
            await context.DisposeAsync();
        found.Concat(App.Faults.Take()).Where(problem => !expected.Any(part => problem.Contains(part, StringComparison.Ordinal))).ShouldBeEmpty();
        GC.SuppressFinalize(this);
    }
}

public static class Pages
{
    /// <summary>Goes to a page of the app and waits until its circuit is up.</summary>
    public static async Task OpenAsync(this IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.InteractiveAsync();
    }

    /// <summary>Goes to another address without leaving the circuit, as a link does.</summary>
    public static Task GotoWithinAsync(this IPage page, string path) => page.EvaluateAsync("path => Blazor.navigateTo(path)", path);

    public static Task InteractiveAsync(this IPage page) =>
        page.WaitForSelectorAsync("[data-interactive]", new() { State = WaitForSelectorState.Attached });
}
