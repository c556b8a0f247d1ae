using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;
using Restaurant.Testing;
using Restaurant.Web.Commands;

namespace Restaurant.Web.Tests.Commands;

public sealed class BackupCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("restaurant-backup-");

    private string Copy => Path.Combine(folder.FullName, "monday");

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_copy_taken_while_messages_come_in_starts_elsewhere_with_all_that_was_there(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Figures before, after, between;
        await using (var program = RunningProgram.On(database))
        {
            await program.Services.GetRequiredService<ISettings>().SaveSecretAsync("Webhook:partner", "a secret that must survive", "test", default);
            var client = await program.ClientAsync(Role.Owner);
            await WriteAsync(client, 0, 40);
            before = await Figures.OfAsync(program);
            using var enough = new CancellationTokenSource();
            var writing = WriteUntilAsync(client, enough.Token);
            (await RunAsync(database, "backup", "--to", Copy)).ShouldBe((0, ""));
            await enough.CancelAsync();
            await writing;
            after = await Figures.OfAsync(program);
        }

        await using var elsewhere = await TestDatabase.CreateEmptyAsync(kind);
        (await RunAsync(elsewhere, "restore", "--from", Copy)).ShouldBe((0, ""));
        await using (var restored = RunningProgram.On(elsewhere))
        {
            between = await Figures.OfAsync(restored);
            (await restored.Services.GetRequiredService<ISettings>().SecretAsync("Webhook:partner", default)).ShouldBe("a secret that must survive");
            await (await restored.ClientAsync(Role.Owner)).ReadyAsync("answers and is up to date");
        }

        between.Messages.ShouldBeInRange(before.Messages, after.Messages);
        between.MenuItems.ShouldBe(before.MenuItems);
        between.Keys.ShouldBe(before.Keys);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_that_is_there_is_written_over(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        (await RunAsync(database, "backup", "--to", Copy)).ShouldBe((0, ""));

        var (again, taken) = await RunAsync(database, "backup", "--to", Copy);
        var (back, full) = await RunAsync(database, "restore", "--from", Copy);
        var (nowhere, missing) = await RunAsync(database, "restore", "--from", folder.FullName);

        (again, back, nowhere).ShouldBe((1, 1, 1));
        taken.ShouldContain("Name a new folder");
        full.ShouldContain("restore again");
        missing.ShouldContain("does not exist");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task WriteUntilAsync(HttpClient client, CancellationToken enough)
    {
        for (var from = 1000; !enough.IsCancellationRequested; from += 10)
            await WriteAsync(client, from, 10);
    }

    private static async Task WriteAsync(HttpClient client, int from, int count)
    {
        for (var at = from; at < from + count; at++)
        {
            (await client.PostAsJsonAsync("/api/messages", new { channel = "web", externalId = $"{at}", sender = $"guest {at}", text = "thank you so much" }))
                .EnsureSuccessStatusCode();
        }
    }

    private static async Task<(int Code, string Errors)> RunAsync(TestDatabase database, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo("dotnet", [typeof(RestaurantCommands).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ConnectionStrings__Restaurant"] = database.ConnectionString },
        })!;
        var errors = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        return (run.ExitCode, errors);
    }

    private sealed record Figures(int Messages, int MenuItems, int Keys)
    {
        public static async Task<Figures> OfAsync(RunningProgram program)
        {
            await using var database = await program.Services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
            var menu = await program.Services.GetRequiredService<Domain.Menu.IMenuStore>().LoadAsync(default);
            return new(await database.Messages.CountAsync(), menu.Items.Count(), (await program.Services.GetRequiredService<IApiKeys>().ListAsync(default)).Count);
        }
    }
}
