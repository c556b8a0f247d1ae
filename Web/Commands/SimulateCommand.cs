using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Changes;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Menu;
using Restaurant.Infrastructure.Messages;
using Restaurant.Pipeline.Messages;

namespace Restaurant.Web.Commands;

/// <summary>Plays a file through the real inbox, pump, flow, register and outbox, without the web server.</summary>
internal static class SimulateCommand
{
    private const int Unusable = 1;
    private const int NotAllRegistered = 2;
    private static readonly Option<FileInfo> Messages = new("--messages") { Description = "CSV (timestamp,message[,sender,channel]) or .jsonl ({\"id\",\"text\"}).", Required = true };
    private static readonly Option<FileInfo> Menu = new("--menu") { Description = "The menu, .csv or .json; without it the one in the database." };
    private static readonly Option<DirectoryInfo> Data = new("--data") { Description = "The folder for the embedded database. ConnectionStrings:Restaurant names a PostgreSQL instead." };
    private static readonly Option<bool> Fast = new("--fast") { Description = "As fast as it goes; otherwise 1 to 8 messages every 10.5 to 20.5 seconds." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object. Times to understand are in p50Ms and p99Ms." };

    public static void AddTo(RootCommand root)
    {
        var simulate = new Command(
            "simulate", "Plays a file of messages and says what came of them. Exit codes: 0 every message registered, 1 a file cannot be used, 2 a message was not registered.")
        {
            Messages, Menu, Data, Fast, Json,
        };
        simulate.TreatUnmatchedTokensAsErrors = false;
        simulate.SetAction(RunAsync);
        root.Add(simulate);
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var file = arguments.GetValue(Messages)!;
        foreach (var given in new[] { file, arguments.GetValue(Menu) }.OfType<FileInfo>().Where(given => !given.Exists))
            return Refuse($"{given.FullName} does not exist. Name a file that does.");

        using var host = Build(arguments);
        await host.Services.GetRequiredService<DatabaseMigration>().RunAsync(cancellationToken);
        if (arguments.GetValue(Menu) is { } menu && await ImportAsync(host.Services, menu, cancellationToken) is { } problem)
            return Refuse(problem);

        var clock = host.Services.GetRequiredService<TimeProvider>();
        var messages = await MessageFile.ReadAsync(file.FullName, clock.GetUtcNow(), cancellationToken);
        foreach (var bad in messages.BadRows)
            await Console.Error.WriteLineAsync($"{file.Name}, {bad}");
        if (messages.Messages.Count == 0)
            return Refuse($"{file.FullName} holds no message that can be used.");

        await host.StartAsync(cancellationToken);
        var player = ActivatorUtilities.CreateInstance<Playback>(host.Services);
        var took = await player.PlayAsync(messages.Messages, arguments.GetValue(Fast), cancellationToken);
        var totals = await CountAsync(host.Services, messages.Name, cancellationToken);
        await host.StopAsync(cancellationToken);

        Console.WriteLine(arguments.GetValue(Json) ? AsJson(totals, took) : AsText(totals, took));
        return totals.DeadLettered + totals.Waiting == 0 ? 0 : NotAllRegistered;
    }

    private static IHost Build(ParseResult arguments) => QuietHost.Build([.. arguments.UnmatchedTokens], configuration =>
    {
        if (arguments.GetValue(Data) is { } data)
            configuration["Restaurant:DataDirectory"] = data.FullName;
    });

    private static async Task<string?> ImportAsync(IServiceProvider services, FileInfo file, CancellationToken cancellationToken)
    {
        await using var stream = file.OpenRead();
        var menu = await MenuFiles.ReadAsync(file.Name, stream, 2, cancellationToken);
        foreach (var bad in menu.BadRows)
            await Console.Error.WriteLineAsync($"{file.Name}, {bad}");
        var verdict = await services.GetRequiredService<IMenuStore>().ChangeAsync(new ImportMenu(menu, file.Name), "simulate", null, cancellationToken);
        return verdict.Problems.Count == 0 ? null : string.Join(Environment.NewLine, verdict.Problems.Select(problem => problem.Message));
    }

    private static async Task<MessageTotals> CountAsync(IServiceProvider services, string name, CancellationToken cancellationToken)
    {
        await using var database = await services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync(cancellationToken);
        return await MessageTotals.CountAsync(database, $"{name}/", cancellationToken);
    }

    private static string AsJson(MessageTotals totals, TimeSpan took) => JsonSerializer.Serialize(
        new
        {
            totals.Received,
            totals.Orders,
            totals.Enquiries,
            totals.Miscellaneous,
            totals.Offensive,
            totals.Review,
            totals.Muted,
            totals.Merged,
            totals.DeadLettered,
            totals.Waiting,
            totals.Outbox,
            totals.RevenueMinor,
            Seconds = Math.Round(took.TotalSeconds, 3),
            P50Ms = totals.P50Microseconds / 1000.0,
            P99Ms = totals.P99Microseconds / 1000.0,
        },
        JsonSerializerOptions.Web);

    private static string AsText(MessageTotals totals, TimeSpan took) => string.Create(CultureInfo.InvariantCulture, $"""
        {totals.Received} messages in {took.TotalSeconds:0.0} s ({totals.Received / took.TotalSeconds:0} a second)
        {totals.Orders} orders, {totals.Enquiries} enquiries, {totals.Miscellaneous} miscellaneous, {totals.Offensive} offensive, {totals.Review} for review
        {totals.Merged} merged, {totals.Muted} muted, {totals.DeadLettered} dead letters, {totals.Waiting} waiting, {totals.Outbox} in the outbox
        """);

    private static int Refuse(string problem)
    {
        Console.Error.WriteLine(problem);
        return Unusable;
    }
}
