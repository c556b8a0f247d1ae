using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace Restaurant.Web.Tests.Nodes;

/// <summary>
/// Customers who write one message after the other and send each again until it is taken. Every message has its own id; a sender's next
/// one follows only when the last is acknowledged, and goes to the next address.
/// </summary>
/// <param name="name">Begins the ids, so that two feeds of one test differ.</param>
/// <param name="perSecond">All senders together; as fast as they are answered where it is 0.</param>
internal sealed class Feed(IReadOnlyList<string> addresses, string key, int count, int perSecond = 0, string name = "m") : IDisposable
{
    private const int Senders = 24;

    private static readonly string[] Texts =
        ["two veggie wraps please", "one lemonade and a unicorn pie", "when do you open?", "thank you so much", "a veggie wrap without onions", "see you soon"];

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly HttpClient http = Client(key);
    private int acknowledged;
    private int repeated;

    public int Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>Attempts that got no 202.</summary>
    public int Repeated => Volatile.Read(ref repeated);

    public Task SendAllAsync() => Task.WhenAll(Enumerable.Range(0, Senders).Select(SendAsync));

    /// <summary>Waits until so many are acknowledged.</summary>
    public Task UntilAsync(int many) => Testing.Poll.UntilAsync(() => Acknowledged >= many, $"{many} messages are taken", TimeSpan.FromSeconds(120));

    public void Dispose() => http.Dispose();

    private static HttpClient Client(string key)
    {
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        http.DefaultRequestHeaders.Add("X-Api-Key", key);
        return http;
    }

    private async Task SendAsync(int sender)
    {
        for (var at = sender; at < count; at += Senders)
        {
            if (perSecond > 0 && TimeSpan.FromSeconds((double)at / perSecond) - watch.Elapsed is { Ticks: > 0 } early)
                await Task.Delay(early);
            var body = new { channel = "web", externalId = $"{name}{at}", sender = $"guest {sender}", text = Texts[at % Texts.Length] };
            for (var attempt = 0; !await IsTakenAsync(addresses[(sender + (at / Senders) + attempt) % addresses.Count], body); attempt++)
            {
                Interlocked.Increment(ref repeated);
                await Task.Delay(20);
            }

            Interlocked.Increment(ref acknowledged);
        }
    }

    private async Task<bool> IsTakenAsync(string address, object body)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync($"{address}/api/messages", body);
            return answer.StatusCode == HttpStatusCode.Accepted;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
