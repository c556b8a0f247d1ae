using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Restaurant.Domain.Team;

namespace Restaurant.Web.Tests.Api;

/// <summary>On a menu of its own, because the others order from the shared one.</summary>
public sealed class MenuApiTests(OwnProgram kitchen) : IClassFixture<OwnProgram>
{
    private readonly TheProgram program = kitchen.Program;

    [Fact]
    public async Task An_item_is_added_found_changed_on_the_version_that_was_seen_taken_off_and_put_back()
    {
        var manager = await program.AsAsync(Role.Manager);
        var added = await manager.PostAsJsonAsync("/api/menu/items", new { name = "Nettle Soup", category = "Soups", priceMinor = 450, aliases = new[] { "green soup" }, why = "spring" });
        added.StatusCode.ShouldBe(HttpStatusCode.OK, await added.Content.ReadAsStringAsync());
        var address = $"/api/menu/items/{(await JsonAsync(added)).GetProperty("item").GetProperty("id").GetString()}";

        (await manager.GetFromJsonAsync<JsonElement>("/api/menu/items?q=green+soup")).GetProperty("total").GetInt32().ShouldBe(1);
        var seen = await manager.GetAsync(address);
        seen.Headers.ETag.ShouldBe(added.Headers.ETag);
        (await PutAsync(manager, address, null, 500)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        var changed = await PutAsync(manager, address, seen.Headers.ETag!.Tag, 500);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PutAsync(manager, address, seen.Headers.ETag.Tag, 600)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await JsonAsync(await manager.GetAsync(address))).GetProperty("item").GetProperty("priceMinor").GetInt64().ShouldBe(500);

        (await manager.DeleteAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await manager.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await manager.DeleteAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var removal = (await manager.GetFromJsonAsync<JsonElement>("/api/menu/history?size=1")).GetProperty("rows")[0];
        (await manager.PostAsync($"/api/menu/history/{removal.GetProperty("id").GetString()}/undo", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await manager.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"name":"","category":"Soups","priceMinor":1}""", "name")]
    [InlineData("""{"name":"Soup","category":"Soups","priceMinor":-1}""", "priceMinor")]
    [InlineData("""{"name":"Soup","category":"Soups","priceMinor":99999999999}""", "priceMinor")]
    [InlineData("""{"name":"Soup","category":"Soups","priceMinor":1,"aliases":[null]}""", "aliases[0]")]
    [InlineData("""{"name":"So\u0000up","category":"Soups","priceMinor":1}""", "name")]
    public async Task What_an_item_cannot_be_is_named_by_its_field(string body, string field)
    {
        var manager = await program.AsAsync(Role.Manager);

        var answer = await manager.PostAsync("/api/menu/items", new StringContent(body, Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await JsonAsync(answer)).GetProperty("errors").EnumerateObject().Select(error => error.Name.ToLowerInvariant()).ShouldContain(field.ToLowerInvariant());
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_with_the_reason()
    {
        var manager = await program.AsAsync(Role.Manager);

        var answer = await manager.PostAsJsonAsync("/api/menu/items", new { name = "copper classic", category = "Soups", priceMinor = 1 });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await JsonAsync(answer)).GetProperty("problems").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_kitchen_says_what_is_sold_out_for_how_long_and_changes_nothing_else()
    {
        var cook = await program.AsAsync(Role.Kitchen);
        var item = (await cook.GetFromJsonAsync<JsonElement>("/api/menu/items?q=Coconut+Pot")).GetProperty("rows")[0].GetProperty("item").GetProperty("id").GetString();
        var address = $"/api/menu/items/{item}/sold-out";

        (await cook.PutAsJsonAsync(address, new { minutes = 30 })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cook.GetFromJsonAsync<JsonElement>("/api/menu/items?soldOut=true")).GetProperty("total").GetInt32().ShouldBe(1);
        (await cook.PutAsJsonAsync(address, new { minutes = 0 })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await cook.PutAsJsonAsync(address, new { })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cook.GetFromJsonAsync<JsonElement>("/api/menu/items?soldOut=true")).GetProperty("total").GetInt32().ShouldBe(0);
        (await cook.DeleteAsync($"/api/menu/items/{item}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("json", "application/json")]
    [InlineData("csv", "text/csv")]
    public async Task What_is_exported_can_be_imported_and_changes_nothing(string format, string type)
    {
        var manager = await program.AsAsync(Role.Manager);
        var file = await manager.GetAsync($"/api/menu/export?format={format}");
        file.Content.Headers.ContentDisposition!.FileName.ShouldBe($"menu.{format}");

        var import = await manager.PostAsync("/api/menu/import?preview=true", new StringContent(await file.Content.ReadAsStringAsync(), Encoding.UTF8, type));

        import.StatusCode.ShouldBe(HttpStatusCode.OK, await import.Content.ReadAsStringAsync());
        (await JsonAsync(import)).GetProperty("changes").GetArrayLength().ShouldBe(0, await import.Content.ReadAsStringAsync());
        (await manager.GetAsync("/api/menu/export?format=exe")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_import_names_bad_rows_keeps_good_ones_and_a_file_without_any_changes_nothing()
    {
        var manager = await program.AsAsync(Role.Manager);
        var before = await manager.GetStringAsync("/api/menu");

        var none = await ImportAsync(manager, "\"never closed, and no columns");
        none.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await JsonAsync(none)).GetProperty("badRows").GetArrayLength().ShouldBeGreaterThan(0);
        (await manager.GetStringAsync("/api/menu")).ShouldBe(before);

        var some = await ImportAsync(manager, "item_name,description,price\n\"=1+1\",A formula.,4.50\nBroken,Row.,much\n");
        var view = await JsonAsync(some);
        some.StatusCode.ShouldBe(HttpStatusCode.OK, view.ToString());
        (view.GetProperty("added").GetInt32(), view.GetProperty("removed").GetInt32(), view.GetProperty("badRows").GetArrayLength()).ShouldBe((1, 0, 1));
        (await manager.GetStringAsync("/api/menu/export?format=csv")).ShouldContain("'=1+1", customMessage: "a formula is exported as text");
    }

    private static Task<HttpResponseMessage> ImportAsync(HttpClient client, string csv) =>
        client.PostAsync("/api/menu/import?keep=true", new StringContent(csv, Encoding.UTF8, "text/csv"));

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string address, string? version, long price)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(new { name = "Nettle Soup", category = "Soups", priceMinor = price }) };
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", version);
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();
}
