using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Api;

/// <summary>Sends what no honest program sends to every operation that the API describes: each answers clearly, and none falls over.</summary>
public sealed class JunkTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task No_operation_falls_over(DatabaseKind kind)
    {
        await using var program = await TheProgram.StartAsync(kind, ("Api:PerSecond", "1000000"), ("Webhook:partner", TheServer.WebhookSecret));
        var client = await program.AsAsync(Role.Owner);
        await SeedAsync(client);
        var description = new ApiSchema(JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!);
        var wrong = new List<string>();
        var asked = 0;
        foreach (var operation in description.Operations)
        {
            var path = await FillAsync(client, operation);
            foreach (var junk in operation.Junk().Where(junk => kind == DatabaseKind.Sqlite || junk.IsForTheDatabase))
            {
                using var request = new HttpRequestMessage(operation.Method, path + junk.Query) { Content = junk.Content };
                request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
                using var answer = await client.SendAsync(request);
                asked++;
                var text = await answer.Content.ReadAsStringAsync();
                var clear = (int)answer.StatusCode < 400
                    ? !junk.MustBeRefused
                    : (int)answer.StatusCode < 500 && answer.Content.Headers.ContentType?.MediaType == "application/problem+json" && !Leaks(text);
                if (!clear)
                    wrong.Add($"{operation.Method} {path}{junk.Query} with {junk.Name}: {(int)answer.StatusCode} {text[..Math.Min(text.Length, 300)]}");
            }
        }

        asked.ShouldBeGreaterThan(500);
        string.Join('\n', wrong.Take(40)).ShouldBeEmpty($"{wrong.Count} of {asked}");
    }

    private static bool Leaks(string text) =>
        text.Contains("   at ", StringComparison.Ordinal) || text.Contains("Exception", StringComparison.Ordinal) || text.Contains(".cs:line", StringComparison.Ordinal);

    private static async Task SeedAsync(HttpClient client)
    {
        await SendAsync("/api/orders", """{"customer":"ann","lines":[{"item":"Copper Classic"}]}""");
        await SendAsync("/api/messages", """{"channel":"web","externalId":"1","sender":"ann","text":"when do you open?"}""");

        async Task SendAsync(string path, string body) =>
            (await client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"))).IsSuccessStatusCode.ShouldBeTrue();
    }

    /// <summary>With the id of something that is there, where the list of the same group has one.</summary>
    private static async Task<string> FillAsync(HttpClient client, ApiSchema.Operation operation)
    {
        if (!operation.Path.Contains('{', StringComparison.Ordinal))
            return operation.Path;
        var parameter = operation.Path[operation.Path.IndexOf('{', StringComparison.Ordinal)..(operation.Path.IndexOf('}', StringComparison.Ordinal) + 1)];
        var list = await client.GetAsync(operation.Path[..operation.Path.IndexOf("/{", StringComparison.Ordinal)] + "?size=1");
        var found = list.StatusCode == HttpStatusCode.OK ? JsonNode.Parse(await list.Content.ReadAsStringAsync()) : null;
        var first = (found as JsonArray ?? (found as JsonObject)?["rows"] as JsonArray)?.FirstOrDefault();
        var row = first?["item"] ?? first;
        var id = row?[parameter[1..^1]]?.ToString() ?? (parameter == "{channel}" ? "partner" : parameter == "{number}" ? "1" : Guid.Empty.ToString());
        return operation.Path.Replace(parameter, id, StringComparison.Ordinal);
    }
}
