using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Restaurant.Testing.Circuits;

namespace Restaurant.Browser.Tests.Shell;

/// <summary>
/// Fifty people look on while messages stream in; asked for by tests/soak alone, which starts the server and says where it is. Fifty times Chromium
/// would be a trial of Chromium: most pages are circuits without a browser.
/// </summary>
public sealed class ManyPagesTests(TheApp app) : BrowserTest(app)
{
    private static readonly string[] Paths = Environment.GetEnvironmentVariable("MANY_PATHS")?.Split(' ') ?? ["/", "/", "/orders", "/", "/kitchen", "/inbox"];

    // Of the sample menu: an order, one with a part for a person, an enquiry, and what is filed.
    private static readonly string[] Texts = ["two mint lemonades please", "one lemonade and a unicorn pie", "when do you open?", "thank you so much"];

    // Timed inside the page, from the click to the circuit's answer on the screen, so that it does not count how long we take to ask.
    private const string Click = """
        () => new Promise(done => {
          const button = document.querySelector('button.pause[aria-pressed]'), before = button.getAttribute('aria-pressed'), start = performance.now();
          new MutationObserver((_, self) => {
            if (button.getAttribute('aria-pressed') === before) return;
            self.disconnect(); done(performance.now() - start);
          }).observe(button, { attributes: true });
          button.click();
        })
        """;

    [Fact, Trait("Kind", "soak")]
    public async Task Pages_answer_and_memory_stays_bounded_while_messages_stream_in()
    {
        var (count, rate, seconds) = (Of("MANY_PAGES", 50), Of("MANY_RATE", 1000), Of("MANY_SECONDS", 60));
        var seen = Math.Min(count, Of("MANY_BROWSERS", 2));
        var server = Environment.GetEnvironmentVariable("MEASURE") ?? throw new InvalidOperationException("Run this by tests/soak pages.");
        using var program = Process.GetProcessById(Of("SERVER_PID", 0));
        var bare = Megabytes(program);
        var pages = await PagesAsync(server, seen);
        await using var others = await LightPages.OpenAsync(new(server), await CookieAsync(pages[0]), Enumerable.Range(seen, count - seen).Select(at => Paths[at % Paths.Length]));
        var before = Megabytes(program);
        using var http = await CallerAsync(server);
        var (clock, worked) = (Stopwatch.StartNew(), program.TotalProcessorTime);
        var sending = SendAsync(http, rate, TimeSpan.FromSeconds(seconds), clock);
        var (answers, sizes) = (new List<double>(), new List<double>());
        for (var at = 0; !sending.IsCompleted; at++)
        {
            if (Paths[at % seen % Paths.Length] == "/")
                answers.Add(await pages[at % seen].EvaluateAsync<double>(Click));
            sizes.Add(Megabytes(program));

            // A person, not a machine gun: the clicks are to be answered, not to be the load.
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        var sent = await sending;
        var took = clock.Elapsed.TotalSeconds;
        program.Refresh();
        var cores = (program.TotalProcessorTime - worked).TotalSeconds / took;
        answers.Sort();

        // Memory rises by some hundred megabytes between two collections: the least of a while says what is held where one came in it, the most what is needed.
        var (half, end) = (sizes[(sizes.Count / 4)..(sizes.Count / 2)].Min(), sizes[(3 * sizes.Count / 4)..].Min());
        Write(string.Create(CultureInfo.InvariantCulture, $"{count} pages ({seen} in Chromium), {sent / took:0} messages a second for {took:0} s: {answers.Count} clicks answered after {answers[answers.Count / 2]:0} ms p50, {answers[answers.Count * 95 / 100]:0} ms p95, {answers[^1]:0} ms at most; the server took {cores:0.00} cores; its memory {bare:0} MB without pages, {before:0} MB with them open, at least {half:0} MB in the second quarter and {end:0} MB in the last, {sizes.Max():0} MB at most"));
        foreach (var line in others.Told(took))
            Write(line);
        others.Ended.ShouldBeEmpty();
        sent.ShouldBe(rate * seconds);
        sizes.Max().ShouldBeLessThan(1000);
    }

    private async Task<List<IPage>> PagesAsync(string server, int count)
    {
        var first = await NewPageAsync(null);
        await first.GotoAsync($"{server}/sign-in");
        await first.GetByLabel("E-mail").FillAsync(Environment.GetEnvironmentVariable("OWNER_EMAIL")!);
        await first.GetByLabel("Password", new() { Exact = true }).FillAsync(Environment.GetEnvironmentVariable("OWNER_PASSWORD")!);
        await first.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await first.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        var pages = new List<IPage>();
        for (var at = 0; at < count; at++)
        {
            pages.Add(await first.Context.NewPageAsync());
            pages[at].SetDefaultTimeout(120_000);
            await pages[at].OpenAsync(server + Paths[at % Paths.Length]);
        }

        return pages;
    }

    private static async Task<HttpClient> CallerAsync(string server)
    {
        var http = new HttpClient { BaseAddress = new(server) };
        using var answer = await http.PostAsJsonAsync("/api/auth/token", new
        {
            email = Environment.GetEnvironmentVariable("OWNER_EMAIL"),
            password = Environment.GetEnvironmentVariable("OWNER_PASSWORD"),
        });
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    // On sixteen connections, each message at its time; late ones are sent as fast as they are taken.
    private static async Task<int> SendAsync(HttpClient http, int rate, TimeSpan during, Stopwatch clock)
    {
        var (next, taken, most) = (-1, 0, (int)(rate * during.TotalSeconds));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            for (var at = Interlocked.Increment(ref next); at < most; at = Interlocked.Increment(ref next))
            {
                if (TimeSpan.FromSeconds((double)at / rate) - clock.Elapsed is { Ticks: > 0 } early)
                    await Task.Delay(early);
                using var answer = await http.PostAsJsonAsync(
                    "/api/messages", new { channel = "web", externalId = $"many {at}", sender = $"guest {at % 5000}", text = Texts[at % Texts.Length] });
                answer.EnsureSuccessStatusCode();
                Interlocked.Increment(ref taken);
            }
        }));
        return taken;
    }

    private static double Megabytes(Process program)
    {
        program.Refresh();
        return program.WorkingSet64 / 1024.0 / 1024.0;
    }

    private static async Task<string> CookieAsync(IPage page) =>
        string.Join("; ", (await page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));

    private static int Of(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;

    private static void Write(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("FAULT_FIGURES") is { Length: > 0 } file)
            File.AppendAllText(file, line + Environment.NewLine);
    }
}
