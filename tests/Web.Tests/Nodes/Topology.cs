using System.Net;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Nodes;

/// <summary>Several nodes behind the proxy of docker-compose.yml, all as processes.</summary>
public sealed class Topology : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("restaurant-nodes-");
    private readonly int proxyPort = FreePort.Lasting();
    private readonly int redisPort = FreePort.Lasting();
    private readonly Dictionary<HttpClient, CookieContainer> browsers = [];
    private TestDatabase database = null!;
    private TiedProcess redis = null!;
    private TiedProcess nginx = null!;
    private List<ProductProcess> processes = [];

    public string Proxy => $"http://127.0.0.1:{proxyPort}";

    internal ProductProcess FirstWeb => processes[0];

    internal ProductProcess SecondWeb => processes[1];

    internal IReadOnlyList<ProductProcess> All => processes;

    /// <summary>Looks into the database; runs nothing.</summary>
    internal Node Books { get; private set; } = null!;

    internal RoomServer Room { get; private set; } = null!;

    public string Key { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Room = await RoomServer.StartAsync();
        database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        redis = new TiedProcess(Log("redis"), "redis-server", "--port", $"{redisPort}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no");
        Books = Node.On(database);
        await Books.ReadEachAloneAsync();
        await Books.PutOnMenuAsync(("Veggie Wrap", 750), ("Lemonade", 300));
        await Books.Get<IPeople>().AddWithPasswordAsync(Team.Email(Role.Owner), Role.Owner, Team.Password, "test", default);
        Key = await Books.Get<IApiKeys>().CreateAsync("feed", Role.Owner, null, "test", default);
        processes = [.. await Task.WhenAll(StartAsync("web"), StartAsync("web"), StartAsync("worker"), StartAsync("worker"))];
        nginx = StartProxy();
        using var client = Program();
        await Poll.UntilAsync(async () => await AnswersAsync(client), "the proxy answers");
    }

    internal Task<ProductProcess> StartAsync(string role) => ProductProcess.Start(
        database.ConnectionString, role, Log($"{role}-{Guid.NewGuid():N}"),
        ("ConnectionStrings:Redis", $"127.0.0.1:{redisPort}"), ("Restaurant:Key", "the same on every node"), ("Outbound:Allow", Room.Allow),
        ("Discord:Orders", Room.Address()), ("Api:PerSecond", "100000"), ("Logging:LogLevel:Default", "Warning")).AnsweringAsync();

    /// <summary>Keeps cookies and follows no redirects.</summary>
    public HttpClient Browser()
    {
        var cookies = new CookieContainer();
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = new(Proxy) };
        browsers[browser] = cookies;
        return browser;
    }

    public IEnumerable<string> Cookies(HttpClient browser) => browsers[browser].GetCookies(new(Proxy)).Select(cookie => cookie.Name);

    public HttpClient Program()
    {
        var client = new HttpClient { BaseAddress = new(Proxy) };
        client.DefaultRequestHeaders.Add("X-Api-Key", Key);
        return client;
    }

    /// <summary>Waits until nothing is under way, then empties what the books count.</summary>
    internal async Task ForgetAsync()
    {
        await using var context = Books.Open();

        // A notice on its way would be counted with those of the next test.
        await Ledger.SettledAsync(Books.Open, await context.Messages.CountAsync(), TimeSpan.FromSeconds(90));
        await context.Orders.ExecuteDeleteAsync();
        await context.Outbox.ExecuteDeleteAsync();
        await context.Runs.ExecuteDeleteAsync();
        await context.Messages.ExecuteDeleteAsync();
        Room.Received.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        nginx?.Dispose();
        foreach (var process in processes)
            await process.DisposeAsync();
        redis?.Dispose();
        await Books.DisposeAsync();
        await database.DisposeAsync();
        await Room.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private string Log(string name) => Path.Combine(folder.FullName, $"{name}.log");

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/health/live")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private TiedProcess StartProxy()
    {
        var site = File.ReadAllText(Path.Combine(Root(), "Web/proxy.conf"))
            .Replace("web-1:5080", $"127.0.0.1:{FirstWeb.Port}", StringComparison.Ordinal)
            .Replace("web-2:5080", $"127.0.0.1:{SecondWeb.Port}", StringComparison.Ordinal)
            .Replace("listen 5080", $"listen 127.0.0.1:{proxyPort}", StringComparison.Ordinal);
        var file = Path.Combine(folder.FullName, "nginx.conf");
        File.WriteAllText(file, $$"""
            {{(Environment.UserName == "root" ? "user root;" : "")}} daemon off; pid {{folder.FullName}}/nginx.pid; error_log stderr warn; worker_processes 1;
            events { worker_connections 512; }
            http {
                access_log off;
                client_body_temp_path {{folder.FullName}}/body; proxy_temp_path {{folder.FullName}}/proxy;
                fastcgi_temp_path {{folder.FullName}}/f; uwsgi_temp_path {{folder.FullName}}/u; scgi_temp_path {{folder.FullName}}/s;
                {{site}}
            }
            """);
        return new TiedProcess(Log("nginx"), Debian("nginx"), "-p", folder.FullName, "-c", file);
    }

    // Debian keeps it where only root looks.
    private static string Debian(string name) => File.Exists($"/usr/sbin/{name}") ? $"/usr/sbin/{name}" : name;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Restaurant.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }
}
