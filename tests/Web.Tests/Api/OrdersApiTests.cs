using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Restaurant.Domain.Team;

namespace Restaurant.Web.Tests.Api;

public sealed class OrdersApiTests(TheServer server)
{
    [Fact]
    public async Task An_order_by_hand_is_priced_revised_and_cancelled_only_on_the_version_that_was_seen()
    {
        var client = await server.WithTokenAsync(Role.Front);
        var placed = await client.PostAsJsonAsync("/api/orders", new
        {
            customer = "=HYPERLINK(\"x\")",
            lines = new object[] { new { item = "copper classic", quantity = 2, modifiers = new[] { new { name = "cheddar", action = "Extra" } } } },
        });

        placed.StatusCode.ShouldBe(HttpStatusCode.Created, await placed.Content.ReadAsStringAsync());
        var order = await placed.Content.ReadFromJsonAsync<JsonElement>();
        order.GetProperty("totalMinor").GetInt64().ShouldBe(2 * (1090 + 120));
        var address = placed.Headers.Location!.ToString();

        (await client.PostAsJsonAsync($"{address}/cancel", new { })).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await SendAsync(client, HttpMethod.Put, $"{address}/lines", "\"99\"", new { lines = new[] { new { item = "Copper Classic" } } }))
            .StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var revised = await SendAsync(client, HttpMethod.Put, $"{address}/lines", placed.Headers.ETag!.Tag, new { lines = new[] { new { item = "Copper Classic" } } });
        revised.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(client, HttpMethod.Post, $"{address}/cancel", revised.Headers.ETag!.Tag, new { why = "changed their mind" }))
            .StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.PostAsJsonAsync($"{address}/move", new { status = "Cancelled" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var csv = await client.GetStringAsync("/api/orders/day.csv");
        csv.ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"");

        // The export that another node has written, or none yet.
        (await client.GetStringAsync($"/api/orders/exports/{order.GetProperty("day").GetString()}")).ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"");
        (await client.GetAsync("/api/orders/exports/2001-01-01")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_not_on_the_menu_or_out_of_bounds_is_refused_with_the_reason()
    {
        var client = await server.WithTokenAsync(Role.Front);

        var unknown = await client.PostAsJsonAsync("/api/orders", new { customer = "ann", lines = new[] { new { item = "Moon Pie" } } });
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("Moon Pie is not on the menu");
        (await client.PostAsJsonAsync("/api/orders", new { customer = "ann", lines = new[] { new { item = "Copper Classic", quantity = 501 } } }))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PostAsJsonAsync("/api/orders", new { customer = "ann", lines = Array.Empty<object>() })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PostAsJsonAsync("/api/orders", new { customer = new string('x', 201), lines = new[] { new { item = "Copper Classic" } } }))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await client.GetAsync($"/api/orders/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_kitchen_moves_orders_but_takes_and_reviews_none()
    {
        var kitchen = await server.WithTokenAsync(Role.Kitchen);

        (await kitchen.GetAsync("/api/orders?status=New&size=5")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await kitchen.PostAsJsonAsync("/api/orders", new { customer = "ann", lines = new[] { new { item = "Copper Classic" } } }))
            .StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var closed in new[] { "/api/reviews", "/api/enquiries", "/api/filed" })
            (await kitchen.GetAsync(closed)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/api/orders")]
    [InlineData("/api/orders/day.csv")]
    [InlineData("/api/reviews")]
    [InlineData("/api/enquiries")]
    [InlineData("/api/filed")]
    public async Task A_stranger_gets_nothing(string address)
    {
        using var stranger = server.Stranger();

        (await stranger.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string address, string version, object body)
    {
        var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        return client.SendAsync(request);
    }
}
