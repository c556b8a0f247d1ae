using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Restaurant.Domain.Notifications;
using Restaurant.Infrastructure.Http;
using Restaurant.Infrastructure.Notifications;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Notifications;

public sealed class DiscordRoomTests : IAsyncLifetime
{
    // Patient where an answer is expected, so that a busy machine is not taken for a room that hangs.
    private static readonly DiscordPace Patient = new(TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(1));
    private static readonly RoomNotice Notice = new(
        "Order 12", ["2 × Bean Burger: NO onion"], "two bean burgers", "ann", "$24.00", "/orders/1", new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private RoomServer server = null!;
    private OutboundHttp http = null!;

    public async ValueTask InitializeAsync()
    {
        server = await RoomServer.StartAsync();
        http = new(new OutboundRules(Configuration()));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_notice_arrives_as_one_embed_that_can_ping_nobody()
    {
        (await SendAsync(Notice with { Words = "@everyone **free** [click](http://evil.example) <@1>" })).Outcome.ShouldBe(SendOutcome.Sent);

        var (path, body) = server.Received.Single();
        path.ShouldEndWith("?wait=true");
        using var json = JsonDocument.Parse(body);
        json.RootElement.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength().ShouldBe(0);
        var embed = json.RootElement.GetProperty("embeds").EnumerateArray().Single();
        embed.GetProperty("title").GetString().ShouldBe("Order 12");
        embed.GetProperty("description").GetString().ShouldBe(@"2 × Bean Burger\: NO onion");
        embed.GetProperty("footer").GetProperty("text").GetString().ShouldBe("order/message/5/1");
        embed.GetProperty("url").GetString().ShouldBe("https://eat.example/orders/1");
        embed.GetProperty("fields")[2].GetProperty("value").GetString()
            .ShouldBe(@"\@everyone \*\*free\*\* \[click\]\(http\://evil.example\) \<\@1\>");
    }

    [Fact]
    public async Task The_longest_notice_keeps_within_Discords_limits()
    {
        var burgers = string.Concat(Enumerable.Repeat("🍔*", 3000));
        await SendAsync(Notice with { Title = burgers, Words = burgers, Sender = burgers, Total = burgers, Lines = [.. Enumerable.Repeat(burgers, 300)] });

        using var json = JsonDocument.Parse(server.Received.Single().Body);
        var embed = json.RootElement.GetProperty("embeds")[0];
        Length("title").ShouldBeLessThanOrEqualTo(256);
        Length("description").ShouldBeLessThanOrEqualTo(4096);
        var fields = embed.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("value").GetString()!).ToList();
        fields.ShouldAllBe(value => value.Length <= 1024 && !value.EndsWith("\\…") && !char.IsHighSurrogate(value[value.Length - 2]));
        (Length("title") + Length("description") + fields.Sum(value => value.Length + 20) + 300).ShouldBeLessThanOrEqualTo(6000);
        embed.GetProperty("description").GetString()!.ShouldContain("more lines");

        int Length(string name) => embed.GetProperty(name).GetString()!.Length;
    }

    [Fact]
    public async Task A_server_error_and_a_cut_line_are_tried_again_within_the_round()
    {
        server.Then(RoomServer.Status(500), RoomServer.CutTheLine, RoomServer.Status(200, "{}"));

        (await SendAsync()).Outcome.ShouldBe(SendOutcome.Sent);
        server.Received.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_room_that_hangs_fails_the_round_in_bounded_time()
    {
        var clock = new FakeClock();
        server.Otherwise = RoomServer.Hang;

        var sending = Room(clock).SendAsync(Notice, "1", server.Address(), CancellationToken.None);
        for (var tries = 1; tries <= Patient.Tries; tries++)
        {
            await Poll.UntilAsync(
                () =>
                {
                    clock.Advance(Patient.Backoff);
                    return server.Received.Count == tries;
                },
                "the room was asked once more");
            clock.Advance(Patient.TryTimeout);
        }

        var result = await sending.WaitAsync(Patience);
        result.Outcome.ShouldBe(SendOutcome.Failed);
        result.Sentence.ShouldContain("no answer");
        server.Received.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("""{"message":"You are being rate limited.","retry_after":2.5,"global":false}""", 2.5)]
    [InlineData("<html>garbage</html>", 7)]
    [InlineData("""{"retry_after":1e300}""", 3600)]
    public async Task Too_many_requests_say_how_long_to_wait_and_are_not_tried_again_before(string body, double seconds)
    {
        server.Then(RoomServer.Status(429, body, ("Retry-After", "7")));

        var result = await SendAsync();

        (result.Outcome, result.Wait).ShouldBe((SendOutcome.Busy, TimeSpan.FromSeconds(seconds)));
        server.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_global_limit_silences_every_room_until_it_is_over()
    {
        var clock = new FakeClock();
        var room = Room(clock);
        server.Then(RoomServer.Status(429, """{"retry_after":30,"global":true}"""));
        await room.SendAsync(Notice, "1", server.Address("orders"), CancellationToken.None);

        (await room.SendAsync(Notice, "2", server.Address("enquiries"), CancellationToken.None)).Outcome.ShouldBe(SendOutcome.Busy);
        server.Received.Count.ShouldBe(1);

        clock.Advance(TimeSpan.FromSeconds(30));
        (await room.SendAsync(Notice, "2", server.Address("enquiries"), CancellationToken.None)).Outcome.ShouldBe(SendOutcome.Sent);
    }

    [Fact]
    public async Task An_emptied_bucket_says_how_long_to_rest()
    {
        server.Then(RoomServer.Status(204, null, ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "1.25")));

        (await SendAsync()).ShouldBe(new(SendOutcome.Sent, "Taken by Discord.", TimeSpan.FromSeconds(1.25)));
    }

    [Theory]
    [InlineData(404, "Make a new one in Discord")]
    [InlineData(401, "Make a new one in Discord")]
    [InlineData(400, "Cannot send an empty message")]
    [InlineData(302, "do not follow")]
    public async Task What_can_never_succeed_is_refused_at_once_with_what_to_do(int status, string says)
    {
        server.Then(RoomServer.Status(status, """{"message":"Cannot send an empty message","code":50006}"""));

        var result = await SendAsync();

        result.Outcome.ShouldBe(SendOutcome.Refused);
        result.Sentence.ShouldContain(says);
        result.Sentence.ShouldNotContain("secret-token");
        server.Received.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("orders", "not a web address")]
    [InlineData("http://discord.com/api/webhooks/1/abc", "https://")]
    [InlineData("https://discord.com.evil.example/api/webhooks/1/abc", "not Discord")]
    [InlineData("https://discord.com/channels/1/2", "not of a webhook")]
    [InlineData("https://169.254.169.254/api/webhooks/1/abc", "not Discord")]
    [InlineData("https://discord.com/api/webhooks/1/abc", null)]
    [InlineData("https://discord.com/api/v10/webhooks/1/abc", null)]
    public void Only_a_webhook_of_Discords_is_an_address(string address, string? problem)
    {
        var said = Room(TimeProvider.System).Problem(address);

        if (problem is null)
            said.ShouldBeNull();
        else
            said.ShouldNotBeNull().ShouldContain(problem);
    }

    private Task<SendResult> SendAsync(RoomNotice? notice = null) =>
        Room(TimeProvider.System).SendAsync(notice ?? Notice, "order/message/5/1", server.Address(), CancellationToken.None);

    private DiscordRoom Room(TimeProvider clock) => new(http, new(Configuration()), Configuration(), Patient, clock);

    private IConfiguration Configuration() => new ConfigurationBuilder().AddInMemoryCollection(
        [KeyValuePair.Create("Outbound:Allow", (string?)server.Allow), KeyValuePair.Create("Restaurant:PublicUrl", (string?)"https://eat.example")]).Build();
}
