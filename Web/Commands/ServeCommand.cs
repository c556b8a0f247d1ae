using System.CommandLine;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Menu;
using Restaurant.Infrastructure.Settings;
using Restaurant.Infrastructure.Simulation;
using Restaurant.Web.Components;

namespace Restaurant.Web.Commands;

/// <summary>Starts the web server; what runs when no command is named.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls") { Description = "Addresses to listen on, separated by semicolons." };
    private static readonly Option<string> Data = new("--data") { Description = "The folder for the database and everything else that is written." };

    private static readonly Option<string> Part = new("--role")
    {
        Description = "What this node does: all of it (the default), web (messages in, pages), or worker (what works by itself). Several nodes need PostgreSQL.",
    };

    public static void AddTo(RootCommand root)
    {
        Part.AcceptOnlyFromAmong([.. NodeRole.Names]);
        var serve = new Command("serve", "Starts the web server (the default).") { Urls, Data, Part };
        serve.SetAction(RunAsync);
        root.Add(serve);

        root.Add(Urls);
        root.Add(Data);
        root.Add(Part);

        // Settings may be given as --Section:Key=value, as for every .NET program.
        root.TreatUnmatchedTokensAsErrors = serve.TreatUnmatchedTokensAsErrors = false;
        root.SetAction(RunAsync);
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        // A mistyped command must not start a server.
        if (arguments.UnmatchedTokens is [var first, ..] && !first.StartsWith('-'))
        {
            await Console.Error.WriteLineAsync($"There is no command '{first}'. See --help for those there are.");
            return 2;
        }

        try
        {
            return await ServeAsync(arguments, cancellationToken);
        }
        catch (Exception exception) when (StartProblem.Of(exception) is { } words)
        {
            await Console.Error.WriteLineAsync(words);
            return 1;
        }
    }

    private static async Task<int> ServeAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. arguments.UnmatchedTokens],

            // Started from somewhere else, the program still finds its settings and pages beside itself.
            ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
        });
        if (arguments.GetValue(Urls) is { } urls)
            builder.WebHost.UseUrls(urls.Split(';'));
        if (arguments.GetValue(Data) is { } data)
            builder.Configuration["Restaurant:DataDirectory"] = data;

        if (arguments.GetValue(Part) is { } role)
            builder.Configuration[NodeRole.Setting] = role;
        if (Problem(builder.Configuration) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem);
            return 2;
        }

        builder.AddWeb();
        await using var app = builder.Build();
        await RunAsync(app, cancellationToken);
        return 0;
    }

    private static async Task RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        // Each takes a while and needs nothing of the other: the database beside the routes, the first page beside what starts.
        var database = Task.Run(() => PrepareDatabaseAsync(app.Services, cancellationToken), cancellationToken);
        app.UseWeb();
        var firstPage = new FirstPage(app);
        var way = app.Services.GetRequiredService<NodeRole>().Serves ? Task.Run(firstPage.LayRoutes, cancellationToken) : null;
        await database;
        var asked = way is null ? Task.CompletedTask : Task.Run(async () => await firstPage.AskAsync(await way), cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            // What has started already is stopped in order; simply dropped, it would complain louder than what went wrong.
            await app.StopAsync(CancellationToken.None);
            await asked.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await asked;
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static async Task PrepareDatabaseAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<DatabaseMigration>().RunAsync(cancellationToken);
        await services.CheckMasterKeyAsync(cancellationToken);
        await services.GetRequiredService<SampleMenu>().PutIntoEmptyAsync(cancellationToken);
        await services.GetRequiredService<SampleDatasets>().PutMissingAsync(cancellationToken);
    }

    private static string? Problem(IConfiguration configuration)
    {
        var name = configuration[NodeRole.Setting];
        if (!string.IsNullOrWhiteSpace(name) && !NodeRole.Names.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase))
            return $"{NodeRole.Setting} is '{name}'. It may be {string.Join(", ", NodeRole.Names)}.";
        if (DatabaseRegistration.Problem(configuration) is { } unusable)
            return unusable;
        return NodeRole.Of(name) != NodeRole.All && !DatabaseRegistration.IsPostgres(DatabaseRegistration.ConnectionString(configuration))
            ? "The embedded database has one node, which does all of it. For several nodes, set ConnectionStrings:Restaurant to a PostgreSQL (\"Host=…\")."
            : null;
    }
}
