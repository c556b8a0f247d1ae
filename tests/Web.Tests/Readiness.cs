using System.Text.Json;
using Restaurant.Testing;

namespace Restaurant.Web.Tests;

internal static class Readiness
{
    /// <summary>Waits until the readiness check says this: where other tests fill every core, one look may be too slow and says that instead.</summary>
    public static async Task<JsonElement> ReadyAsync(this HttpClient client, string words)
    {
        var said = "";
        await Poll.UntilAsync(
            async () =>
            {
                using var answer = await client.GetAsync("/health/ready");
                said = await answer.Content.ReadAsStringAsync();
                return said.Contains(words, StringComparison.Ordinal);
            },
            $"/health/ready says \"{words}\"");
        return JsonDocument.Parse(said).RootElement;
    }
}
