using System.Net.WebSockets;
using Restaurant.Domain.Live;
using Restaurant.Domain.Team;

namespace Restaurant.Web.Tests.Hubs;

/// <summary>The hub takes nothing from its listeners; who sends something hears so, or is cut off, and nobody else notices.</summary>
public sealed class HubJunkTests(OwnServer fixture) : IClassFixture<OwnServer>
{
    private readonly RunningProgram program = fixture.Program;

    [Theory]
    [InlineData("?after=-1")]
    [InlineData("?after=99999999999999999999")]
    [InlineData("?after=9223372036854775807")]
    [InlineData("?after=x&topics=Nothing,Orders")]
    [InlineData("?topics=-1")]
    [InlineData("?topics=%00")]
    public async Task A_strange_address_is_refused_or_listens_to_what_it_may(string query)
    {
        var key = await program.KeyAsync(Role.Kitchen);
        try
        {
            await using var listener = await HubListener.ConnectAsync(program.Address, query, key);
            await program.WriteEventsAsync(Topic.Enquiries, "not for the kitchen");
        }
        catch (WebSocketException refused)
        {
            refused.Message.ShouldContain("400");
        }

        await StillServesAsync(key);
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("{\"type\":99}")]
    [InlineData("{\"type\":1,\"target\":\"OnConnectedAsync\",\"arguments\":[]}")]
    [InlineData("[[[[[[")]
    [InlineData("a megabyte")]
    public async Task What_a_listener_sends_harms_nobody(string text)
    {
        var key = await program.KeyAsync(Role.Owner);
        await using (var listener = await HubListener.ConnectAsync(program.Address, "", key))
        {
            try
            {
                await listener.SendAsync(text == "a megabyte" ? new string('x', 1_000_000) : text);
            }
            catch (WebSocketException)
            {
                // Cut off before all of it was sent.
            }
        }

        await StillServesAsync(key);
    }

    [Fact]
    public async Task A_method_that_is_not_there_is_answered_without_a_stack()
    {
        await using var listener = await HubListener.ConnectAsync(program.Address, "", await program.KeyAsync(Role.Owner));

        await listener.SendAsync("""{"type":1,"invocationId":"1","target":"DeleteEverything","arguments":["'; DROP TABLE orders; --"]}""");

        var answer = await listener.NextAsync();
        while (!answer.TryGetProperty("invocationId", out _))
            answer = await listener.NextAsync();
        answer.GetProperty("error").GetString()!.ShouldContain("Method does not exist");
        answer.ToString().ShouldNotContain("   at ");
    }

    private async Task StillServesAsync(string key)
    {
        var begin = (await program.WriteEventsAsync(Topic.Settings, "a look begins"))[0];
        await using var listener = await HubListener.ConnectAsync(program.Address, $"?after={begin}&topics=Orders", key);
        await program.WriteEventsAsync(Topic.Orders, "an order");

        (await listener.SentencesAsync(1)).ShouldBe(["an order"]);
    }
}
