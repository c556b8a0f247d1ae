using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Api;

public sealed class MessagesApiTests(TheServer server)
{
    // Others write to the same inbox.
    private readonly string sender = $"sender {Guid.NewGuid():N}";

    [Fact]
    public async Task A_message_is_stored_before_it_is_accepted_and_the_same_id_again_is_the_same_message()
    {
        var front = await server.WithTokenAsync(Role.Front);

        var first = await front.PostAsJsonAsync("/api/messages", Body("a-1", "hello there"));
        var again = await front.PostAsJsonAsync("/api/messages", Body("a-1", "hello there"));

        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        again.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        again.Headers.Location.ShouldBe(first.Headers.Location);
        (await JsonAsync(again)).GetProperty("repeat").GetBoolean().ShouldBeTrue();
        var stored = await front.GetFromJsonAsync<JsonElement>(first.Headers.Location!.ToString());
        stored.GetProperty("message").GetProperty("text").GetString().ShouldBe("hello there");
    }

    [Theory]
    [InlineData("externalId", "", "must not be empty")]
    [InlineData("sender", "   ", "must not be empty")]
    [InlineData("text", "nul\0nul", "NUL")]
    [InlineData("channel", "a channel with a name that is longer than forty characters", "at most 40")]
    public async Task What_cannot_be_stored_is_refused_with_the_limit(string field, string value, string sentence)
    {
        var front = await server.WithTokenAsync(Role.Front);
        var body = new Dictionary<string, string> { ["channel"] = "web", ["externalId"] = $"{Guid.NewGuid():N}", ["sender"] = sender, ["text"] = "hello" };
        body[field] = value;

        var answer = await front.PostAsJsonAsync("/api/messages", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await JsonAsync(answer)).GetProperty("errors").GetProperty(field)[0].GetString()!.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_text_of_five_thousand_characters_is_refused_and_one_of_four_thousand_is_taken()
    {
        var front = await server.WithTokenAsync(Role.Front);

        (await front.PostAsJsonAsync("/api/messages", Body("1", new string('x', 5000)))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await front.PostAsJsonAsync("/api/messages", Body("2", new string('x', 4000)))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(Role.Kitchen, HttpStatusCode.Forbidden)]
    public async Task Strangers_and_the_kitchen_are_kept_out(string? role, HttpStatusCode expected)
    {
        var client = role is null ? server.Stranger() : await server.WithTokenAsync(role);

        (await client.PostAsJsonAsync("/api/messages", Body("1", "hello"))).StatusCode.ShouldBe(expected);
        (await client.GetAsync("/api/messages")).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task The_list_is_filtered_and_a_message_can_be_corrected_and_replayed()
    {
        var front = await server.WithTokenAsync(Role.Front);
        var owner = await server.WithTokenAsync(Role.Owner);
        var number = (await JsonAsync(await front.PostAsJsonAsync("/api/messages", Body("1", "thank you so much, everything was great")))).GetProperty("number").GetInt64();
        await Poll.UntilAsync(async () => await CountAsync(front, "?status=Registered") == 1, "the message is registered");
        (await CountAsync(front, "?search=GREAT&channel=web")).ShouldBe(1);
        (await CountAsync(front, "?search=nowhere")).ShouldBe(0);

        var corrected = await owner.PostAsJsonAsync($"/api/messages/{number}/intent", new { intent = "Enquiry" });
        corrected.StatusCode.ShouldBe(HttpStatusCode.OK, await corrected.Content.ReadAsStringAsync());
        (await CountAsync(front, "?outcome=Enquiry")).ShouldBe(1);

        var replayed = await owner.PostAsJsonAsync($"/api/messages/{number}/replay", new { from = "Classify" });
        replayed.StatusCode.ShouldBe(HttpStatusCode.OK, await replayed.Content.ReadAsStringAsync());
        (await owner.PostAsJsonAsync($"/api/messages/{number}/replay", new { from = "Nonsense" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await owner.PostAsJsonAsync("/api/messages/999999/replay", new { })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await front.GetFromJsonAsync<JsonElement>($"/api/messages/{number}")).GetProperty("runs").GetArrayLength().ShouldBe(2);
    }

    private object Body(string id, string text) => new { channel = "web", externalId = $"{sender}/{id}", sender, text };

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    private async Task<int> CountAsync(HttpClient client, string query) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/messages{query}&sender={Uri.EscapeDataString(sender)}")).GetProperty("total").GetInt32();
}
