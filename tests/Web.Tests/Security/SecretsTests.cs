using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Security;

/// <summary>Uses every secret there is, with the log as talkative as it can be, and looks for them wherever something is written.</summary>
public sealed class SecretsTests
{
    [Fact]
    public async Task No_secret_is_in_a_log_a_page_an_export_or_a_figure()
    {
        await using var collector = await OtlpServer.StartAsync();
        await using var room = await RoomServer.StartAsync();
        room.Otherwise = RoomServer.Status(404);
        var log = new KeptLog();
        var secrets = new List<string> { "the-master-key-of-this-house", "the-token-of-the-scraper", "the-key-of-the-model", "orders-secret-token", Team.Password };
        var pages = new List<string>();
        await using (var program = await TheProgram.StartAsync(
            DatabaseKind.Sqlite, log,
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("Outbound:Allow", room.Allow),
            ("Restaurant:Key", secrets[0]), ("Metrics:Token", secrets[1]), ("Llm:ApiKey", secrets[2]), ("Webhook:partner", TheServer.WebhookSecret)))
        {
            secrets.Add(TheServer.WebhookSecret);
            await program.Services.GetRequiredService<ISettings>().SaveSecretAsync(RoomSecrets.AddressOf(Room.Orders), room.Address(), "test", default);
            var link = await program.Services.GetRequiredService<IPeople>().AddAsync("new@example.com", Role.Front, "test", default);
            var key = await program.Services.GetRequiredService<IApiKeys>().CreateAsync("till", Role.Owner, null, "test", default);
            var owner = await program.AsAsync(Role.Owner);
            secrets.AddRange([link, key, owner.DefaultRequestHeaders.Authorization!.Parameter!]);

            // Wrong and right, in headers, in bodies and in addresses.
            await program.Stranger().PostAsJsonAsync("/api/auth/token", new { email = Team.Email(Role.Owner), password = Team.Password + "x" });
            (await TheServer.SignInAsync(program.Stranger(), Team.Email(Role.Owner), Team.Password)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
            await program.Stranger().GetAsync($"/welcome?token={link}");
            await program.Stranger().PostAsync($"/hubs/live/negotiate?access_token={secrets[^1]}", null);
            var till = program.Stranger();
            till.DefaultRequestHeaders.Add("X-Api-Key", key);
            (await till.PostAsJsonAsync("/api/orders", new { customer = "ann", lines = new[] { new { item = "Copper Classic" } } })).EnsureSuccessStatusCode();
            await Poll.UntilAsync(() => !room.Received.IsEmpty, "the room was called");
            await Poll.UntilAsync(async () => (await owner.GetStringAsync("/api/outbox")).Contains("no longer knows", StringComparison.Ordinal), "its refusal was noted");

            foreach (var door in DoorTable.Doors.Where(door => door.Method == "GET"))
                pages.Add($"{door} {await (await owner.SendAsync(door.Knock())).Content.ReadAsStringAsync()}");
            pages.Add(await owner.GetStringAsync("/api/menu/export?format=csv"));
        }

        log.Lines.Count.ShouldBeGreaterThan(500, "the log was to be talkative");
        foreach (var secret in secrets)
        {
            log.Lines.Where(line => line.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty($"{secret} is in the log");
            pages.Where(page => page.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty($"{secret} is on a page");
            collector.Text.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{secret} went to the collector");
        }
    }
}
