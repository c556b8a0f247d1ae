using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Security;

/// <summary>Sends what no browser sends to every form that a page posts, and to the line of the pages: each answers clearly, and none falls over.</summary>
public sealed partial class FormJunkTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task No_form_falls_over(DatabaseKind kind)
    {
        await using var program = await TheProgram.StartAsync(kind, ("SignIn:PerMinute", "100000"));
        var link = await program.Services.GetRequiredService<IPeople>().AddAsync("kim@example.com", Role.Kitchen, "test", default);
        var wrong = new List<string>();
        foreach (var form in (Form[])[
            new("/sign-in", "sign-in", "Input.Email", false),
            new($"/welcome?token={link}", "welcome", "Input.Password", false),
            new("/change-password", "change-password", "Input.Current", true),
            new("/sign-out", null, "more", true)])
        {
            var (client, token) = await OpenAsync(program, form);
            foreach (var junk in Junk(token, form))
            {
                using var answer = await client.PostAsync(form.Path, junk.Content);
                var text = await answer.Content.ReadAsStringAsync();
                if (!IsClear(answer, text, junk.MustBeRefused))
                    wrong.Add($"{form.Path} with {junk.Name}: {(int)answer.StatusCode} {answer.Headers.Location} {text[..Math.Min(text.Length, 300)]}");
            }
        }

        string.Join('\n', wrong).ShouldBeEmpty();
    }

    private static bool IsClear(HttpResponseMessage answer, string text, bool mustBeRefused) => !Leaks(text) && ((int)answer.StatusCode switch
    {
        // The page again, with what is wrong; a form that was put together oddly, but whole, may say something.
        200 => !mustBeRefused && text.Contains("role=\"alert\"", StringComparison.Ordinal),
        >= 400 and < 500 => text.Length > 0,
        _ => false,
    });

    private static bool Leaks(string text) =>
        text.Contains("   at ", StringComparison.Ordinal) || text.Contains("Exception", StringComparison.Ordinal) || text.Contains(".cs:line", StringComparison.Ordinal);

    private static async Task<(HttpClient Client, string Token)> OpenAsync(TheProgram program, Form form)
    {
        var client = program.Stranger();
        if (form.IsForTeam)
            (await TheServer.SignInAsync(client, Team.Email(Role.Owner), Team.Password)).StatusCode.ShouldBe(HttpStatusCode.Found);
        return (client, Token().Match(await client.GetStringAsync(form.Handler is null ? "/change-password" : form.Path)).Groups[1].Value);
    }

    // Signing out reads nothing but the token, so whoever sends the right one is signed out, whatever is around it: of that form only what must be refused is sent.
    private static IEnumerable<Sent> Junk(string token, Form form) => AnyJunk(token, form).Where(junk => form.Handler is not null || junk.MustBeRefused);

    private static IEnumerable<Sent> AnyJunk(string token, Form form)
    {
        var (handler, field) = (form.Handler is null ? "" : $"&_handler={form.Handler}", form.Field);
        var ours = $"__RequestVerificationToken={Uri.EscapeDataString(token)}{handler}";
        var million = new string('x', 1_000_000);
        yield return new("no token", Text($"{field}=x{handler}"), true);
        yield return new("a token that is none", Text($"__RequestVerificationToken=CfDJ8AAAA{handler}"), true);
        yield return new("a token of a megabyte", Text($"__RequestVerificationToken={million}{handler}"), true);
        yield return new("a megabyte of x", Text(million), true);
        yield return new("a field of a megabyte", Text($"{ours}&{field}={million}"), false);
        yield return new("a name of a megabyte", Text($"{ours}&{million}=1"), true);
        yield return new("5000 fields", Text($"{ours}{string.Concat(Enumerable.Range(0, 5000).Select(number => $"&f{number}=1"))}"), true);
        yield return new("bytes that are no UTF-8", Bytes([.. Encoding.UTF8.GetBytes($"{ours}&{field}="), 0xff, 0xfe, 0xc3, 0x28]), false);
        yield return new("escaped bytes that are no UTF-8", Text($"{ours}&{field}=%ff%fe%c3%28"), false);
        yield return new("an escape that is none", Text($"{ours}&{field}=%zz%"), false);
        yield return new("NUL", Text($"{ours}&{field}=a%00b"), false);
        yield return new("NUL in a name", Text($"{ours}&{field}%00=a"), false);
        yield return new("NUL in an e-mail, with a password", Text($"{ours}&Input.Email=a%00%40example.com&Input.Password=a-password"), false);
        yield return new("NUL in every field", Text($"{ours}&Input.Email=a%00&Input.Current=a%00&Input.Password=a%00b%00c%00d%00&Input.Again=a%00b%00c%00d%00"), false);
        yield return new("nothing but the token", Text(ours), false);
        yield return new("fields without a value", Text($"{ours}&Input.Email=&Input.Current=&Input.Password=&Input.Again=&Input.Remember="), false);
        yield return new("a tick that is no tick", Text($"{ours}&Input.Remember=perhaps"), false);
        yield return new("every field twice", Text($"{ours}&{ours}&Input.Email=a&Input.Email=b&Input.Current=a&Input.Current=b&Input.Password=a&Input.Password=b&Input.Again=c&Input.Again=d"), true);
        yield return new("a field twice", Text($"{ours}&{field}=a&{field}=b"), false);
        yield return new("fields inside fields", Text($"{ours}&{field}[0].a.b.c[1]=x&{field}.x=1&Input[0]=2&Input=3"), false);
        yield return new("another form's name", Text($"__RequestVerificationToken={Uri.EscapeDataString(token)}&_handler=somebody-elses"), form.Handler is not null);
        yield return new("no form's name", Text($"__RequestVerificationToken={Uri.EscapeDataString(token)}"), form.Handler is not null);
        yield return new("JSON", new StringContent("{}", Encoding.UTF8, "application/json"), true);
        yield return new("plain text", new StringContent(ours, Encoding.UTF8, "text/plain"), true);
        yield return new("no type", Typed(Encoding.UTF8.GetBytes(ours), null), true);
        yield return new("a type that is none", Typed(Encoding.UTF8.GetBytes(ours), "x/"), true);
        yield return new("an alphabet that nobody knows", Typed(Encoding.UTF8.GetBytes(ours), "application/x-www-form-urlencoded; charset=klingon"), false);
        yield return new("parts without a boundary", Typed(Encoding.UTF8.GetBytes(ours), "multipart/form-data"), true);
        yield return new("parts that break off", Typed(Encoding.UTF8.GetBytes("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb"), "multipart/form-data; boundary=x"), true);
        yield return new("nothing", Typed([], "application/x-www-form-urlencoded"), true);
    }

    private static ByteArrayContent Text(string body) => Bytes(Encoding.UTF8.GetBytes(body));

    private static ByteArrayContent Bytes(byte[] body) => Typed(body, "application/x-www-form-urlencoded");

    private static ByteArrayContent Typed(byte[] body, string? type)
    {
        var content = new ByteArrayContent(body);
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();

    private sealed record Form(string Path, string? Handler, string Field, bool IsForTeam);

    private sealed record Sent(string Name, HttpContent Content, bool MustBeRefused);
}
