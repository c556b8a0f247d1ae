using System.Net;
using Microsoft.Extensions.Configuration;
using Restaurant.Infrastructure.Http;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Http;

public sealed class OutboundHttpTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.100.100.200")]
    [InlineData("169.254.169.254")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    public void Addresses_of_machine_network_and_cloud_are_not_public(string address) =>
        PublicAddresses.Contains(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("162.159.128.233")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::6810:84e5")]
    [InlineData("::ffff:8.8.8.8")]
    public void Addresses_on_the_internet_are(string address) => PublicAddresses.Contains(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Our_own_machine_is_refused_whatever_its_name(string host)
    {
        await using var server = await RoomServer.StartAsync();
        using var http = new OutboundHttp(Rules());

        var failure = await Should.ThrowAsync<HttpRequestException>(() => http.Client.GetAsync(new Uri($"http://{host}:{server.Port}/")));

        failure.InnerException.ShouldBeOfType<OutboundRefusedException>().Message.ShouldContain("Outbound:Allow");
        server.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_points_outside_first_and_inside_later_is_refused_at_the_connect_that_counts()
    {
        await using var server = await RoomServer.StartAsync();
        var asked = 0;
        using var http = new OutboundHttp(Rules(), (_, _) => Task.FromResult<IPAddress[]>(
            asked++ == 0 ? [IPAddress.Parse("192.0.0.8"), IPAddress.Parse("8.8.8.8")] : [IPAddress.Loopback]));

        for (var i = 0; i < 2; i++)
        {
            var failure = await Should.ThrowAsync<HttpRequestException>(() => http.Client.GetAsync(new Uri($"http://rebinding.example:{server.Port}/")));
            failure.InnerException.ShouldBeOfType<OutboundRefusedException>();
        }

        (asked, server.Received.Count).ShouldBe((2, 0));
    }

    [Fact]
    public async Task What_the_configuration_allows_is_called_and_a_redirect_is_not_followed()
    {
        await using var server = await RoomServer.StartAsync();
        server.Then(RoomServer.Status(302, null, ("Location", $"http://127.0.0.1:{server.Port}/elsewhere")));
        using var http = new OutboundHttp(Rules(server.Allow));

        using var response = await http.Client.GetAsync(new Uri($"http://127.0.0.1:{server.Port}/here"));

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        server.Received.Single().Path.ShouldBe("/here");
    }

    private static OutboundRules Rules(string? allow = null) => new(new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create("Outbound:Allow:0", allow)]).Build());
}
