using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Nodes;

/// <summary>What one may do at a node, one may do at all of them together.</summary>
public sealed class SharedLimitsTests
{
    private const int PerSecond = 50;
    private const int AtATime = 4 * PerSecond;

    [Fact]
    public async Task Requests_of_one_caller_to_two_nodes_are_counted_together_and_none_is_lost_to_a_node_that_is_not_asked()
    {
        await using var first = await RunningProgram.StartAsync(DatabaseKind.Postgres, Settings);
        await using var second = first.Beside(Settings);
        var key = await first.KeyAsync(Role.Front);

        // All at one node: it has the whole allowance.
        var alone = await AskAsync([first], await first.KeyAsync(Role.Manager), AtATime + (AtATime / 2));
        alone.Granted.ShouldBeInRange(AtATime, AtATime * alone.Windows);

        var together = await AskAsync([first, second], key, AtATime * 3);
        together.Granted.ShouldBeInRange(AtATime, AtATime * together.Windows, $"in {together.Windows} stretches of time");
        together.Refused!.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        together.Refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Attempts_to_sign_in_from_one_address_are_counted_at_all_nodes_together()
    {
        const int PerMinute = 4;
        await using var first = await RunningProgram.StartAsync(DatabaseKind.Postgres, [.. Settings, ("SignIn:PerMinute", $"{PerMinute}")]);
        await using var second = first.Beside([.. Settings, ("SignIn:PerMinute", $"{PerMinute}")]);
        using var one = await first.ClientAsync(null);
        using var other = await second.ClientAsync(null);

        var watch = Stopwatch.StartNew();
        var wrong = 0;
        for (var attempt = 0; attempt < 3 * PerMinute; attempt++)
        {
            var answer = await (attempt % 2 == 0 ? one : other).PostAsJsonAsync("/api/auth/token", new { email = $"{attempt}@example.com", password = "not the right one" });
            wrong += answer.StatusCode == HttpStatusCode.Unauthorized ? 1 : 0;
        }

        wrong.ShouldBeInRange(PerMinute, PerMinute * (1 + (int)watch.Elapsed.TotalMinutes));
    }

    private static (string, string)[] Settings => [("Api:PerSecond", $"{PerSecond}"), ("Logging:LogLevel:Default", "None")];

    private static async Task<(int Granted, int Windows, HttpResponseMessage? Refused)> AskAsync(RunningProgram[] nodes, string key, int many)
    {
        var watch = Stopwatch.StartNew();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Api-Key", key);
        var answers = await Task.WhenAll(Enumerable.Range(0, many).Select(at => http.GetAsync($"{nodes[at % nodes.Length].Address}/api/auth/me")));
        return (answers.Count(answer => answer.IsSuccessStatusCode), 1 + (int)(watch.Elapsed.TotalSeconds / 4), answers.FirstOrDefault(answer => !answer.IsSuccessStatusCode));
    }
}
