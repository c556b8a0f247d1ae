using System.Net;
using System.Net.Http.Json;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Security;

/// <summary>What every answer says to browsers, and what a browser must not be talked into.</summary>
public sealed class HeadersTests(TheServer server)
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/")]
    [InlineData("/nothing-here")]
    [InlineData("/css/app.css")]
    [InlineData("/api/orders")]
    [InlineData("/api/orders/not-a-guid")]
    [InlineData("/api/messages?search=%00")]
    [InlineData("/health/live")]
    [InlineData("/metrics")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_answer_good_or_bad_ties_the_browser_down(string path)
    {
        var answer = await (await server.SignedInAsync(Role.Owner)).GetAsync(path);

        var content = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        content.Split(';', StringSplitOptions.TrimEntries).ShouldBeSubsetOf(
        [
            "default-src 'self'", "script-src 'self'", "style-src 'self'", "style-src-attr 'unsafe-inline'", "img-src 'self' data: blob:", "media-src 'self' data: blob:",
            "font-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'",
        ]);
        content.ShouldContain("script-src 'self';");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        answer.Headers.GetValues("X-Frame-Options").ShouldHaveSingleItem().ShouldBe("DENY");
        answer.Headers.GetValues("Referrer-Policy").ShouldHaveSingleItem().ShouldBe("no-referrer");
        answer.Headers.Contains("Server").ShouldBeFalse();
        answer.Headers.Contains("X-Powered-By").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/orders")]
    [InlineData("/api/messages")]
    [InlineData("/metrics")]
    [InlineData("/sign-in")]
    public async Task What_is_for_one_caller_is_kept_by_no_cache(string path)
    {
        var answer = await (await server.SignedInAsync(Role.Owner)).GetAsync(path);

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", true)]
    [InlineData("Sec-Fetch-Site", "same-site", true)]
    [InlineData("Sec-Fetch-Site", "same-origin", false)]
    [InlineData("Origin", "https://elsewhere.example", true)]
    [InlineData("Origin", "null", true)]
    [InlineData("Origin", "http://localhost", false)]
    public async Task Another_site_cannot_act_with_somebody_s_cookie(string header, string value, bool refused)
    {
        var browser = await server.SignedInAsync(Role.Owner);
        browser.DefaultRequestHeaders.Add(header, value);

        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Post, "/api/simulation/pause"), (HttpMethod.Delete, $"/api/menu/items/{Guid.Empty}"), (HttpMethod.Put, $"/api/menu/items/{Guid.Empty}/sold-out")])
        {
            using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(new { }) };
            ((await browser.SendAsync(request)).StatusCode == HttpStatusCode.Forbidden).ShouldBe(refused, $"{method} {path}");
        }

        // Looking is no act, and a program with a key has no cookie that could be misused.
        (await browser.GetAsync("/api/orders")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var program = await server.WithKeyAsync(Role.Owner);
        program.DefaultRequestHeaders.Add(header, value);
        (await program.PostAsync("/api/simulation/pause", null)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("/sign-in", "sign-in")]
    [InlineData("/change-password", "change-password")]
    [InlineData("/welcome", "welcome")]
    [InlineData("/sign-out", "")]
    public async Task No_form_is_taken_without_its_token(string path, string handler)
    {
        var browser = await server.SignedInAsync(Role.Kitchen);

        var answer = await browser.PostAsync(path, new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = handler, ["reason"] = "" }));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldNotBeEmpty();
        (await browser.GetAsync("/api/auth/me")).StatusCode.ShouldBe(HttpStatusCode.OK, "still signed in");
    }

    [Fact]
    public async Task Over_an_encrypted_line_the_cookies_stay_on_encrypted_lines()
    {
        var browser = server.Stranger();
        browser.BaseAddress = new("https://localhost");
        var page = await browser.GetAsync("/sign-in");
        var signedIn = await TheServer.SignInAsync(browser, Team.Email(Role.Front), Team.Password);

        foreach (var cookie in page.Headers.GetValues("Set-Cookie").Concat(signedIn.Headers.GetValues("Set-Cookie")))
        {
            cookie.ShouldContain("secure");
            cookie.ShouldContain("httponly");
            cookie.ShouldContain("samesite=");
        }
    }

    [Theory]
    [InlineData("' OR '1'='1")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("'; DELETE FROM messages; --")]
    public async Task A_search_finds_its_words_and_nothing_else(string search)
    {
        var front = await server.WithKeyAsync(Role.Front);
        (await front.PostAsJsonAsync("/api/messages", new { channel = "web", externalId = $"{Guid.NewGuid():N}", sender = "ann", text = "a plain message" })).EnsureSuccessStatusCode();

        foreach (var list in (string[])["/api/messages", "/api/orders", "/api/enquiries", "/api/reviews", "/api/filed", "/api/outbox"])
        {
            var found = await front.GetFromJsonAsync<System.Text.Json.JsonElement>($"{list}?search={Uri.EscapeDataString("zzz" + search)}");
            found.GetProperty("total").GetInt32().ShouldBe(0, list);
        }
    }
}
