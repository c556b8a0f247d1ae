using System.Net;
using System.Net.WebSockets;
using System.Text;
using Restaurant.Domain.Team;

namespace Restaurant.Web.Tests.Security;

/// <summary>The line on which a page's clicks travel takes what the page's own script sends; who sends something else is refused or cut off, and nobody else notices.</summary>
public sealed class PageLineJunkTests(OwnServer fixture) : IClassFixture<OwnServer>
{
    private readonly RunningProgram program = fixture.Program;

    public static TheoryData<string, string> Requests => new()
    {
        { "POST /_blazor/negotiate?negotiateVersion=-1", "x" },
        { "POST /_blazor/negotiate?negotiateVersion=99999999999999999999", "" },
        { "POST /_blazor", "not a form" },
        { "POST /_blazor?id=%00", "x" },
        { "POST /_blazor?id=nobody", "\0\0\0\0" },
        { "POST /_blazor?id=nobody", "a megabyte" },
        { "GET /_blazor", "" },
        { "GET /_blazor?id=nobody", "" },
        { "DELETE /_blazor?id=nobody", "" },
        { "POST /_blazor/disconnect", "" },
        { "POST /_blazor/disconnect", "circuitId=%ff%00" },
        { "POST /_blazor/disconnect", "a megabyte" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_that_no_page_sends_is_refused_without_a_stack(string request, string body)
    {
        using var client = await program.ClientAsync(Role.Owner);
        var (method, path) = (request.Split(' ')[0], request.Split(' ')[1]);
        using var asked = new HttpRequestMessage(new(method), path)
        {
            Content = new StringContent(body == "a megabyte" ? new string('x', 1_000_000) : body, Encoding.Latin1, "application/x-www-form-urlencoded"),
        };

        using var answer = await client.SendAsync(asked);

        var text = await answer.Content.ReadAsStringAsync();
        if (!(path.Contains("negotiate", StringComparison.Ordinal) && answer.StatusCode == HttpStatusCode.OK))
            ((int)answer.StatusCode).ShouldBeInRange(400, 499, text);
        text.ShouldNotContain("   at ");
        text.ShouldNotContain("Exception");
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("{\"protocol\":\"json\",\"version\":1}\u001e")]
    [InlineData("{\"protocol\":\"blazorpack\",\"version\":1}\u001e\u0005\u00ff\u00ff\u00ff\u00ff\u00ff")]
    [InlineData("a megabyte")]
    public async Task What_is_sent_on_the_line_harms_nobody(string text)
    {
        using (var socket = new ClientWebSocket())
        {
            socket.Options.SetRequestHeader("X-Api-Key", await program.KeyAsync(Role.Owner));
            await socket.ConnectAsync(new Uri($"{program.Address.Replace("http", "ws", StringComparison.Ordinal)}/_blazor"), CancellationToken.None);
            try
            {
                var junk = Encoding.Latin1.GetBytes(text == "a megabyte" ? new string('x', 1_000_000) : text);
                await socket.SendAsync(junk, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
                (await HeardAsync(socket)).ShouldNotContain("   at ");
            }
            catch (WebSocketException)
            {
                // Cut off before all of it was sent.
            }
        }

        using var client = await program.ClientAsync(Role.Owner);
        (await client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    // All that comes until the server ends the line; for who does not introduce himself it waits 15 s.
    private static async Task<string> HeardAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var (heard, buffer) = (new StringBuilder(), new byte[8192]);
        while (await socket.ReceiveAsync(buffer, patience.Token) is { MessageType: not WebSocketMessageType.Close } piece)
            heard.Append(Encoding.Latin1.GetString(buffer, 0, piece.Count));
        return heard.ToString();
    }
}
