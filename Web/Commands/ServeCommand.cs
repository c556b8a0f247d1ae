using System.CommandLine;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Menu;
using Restaurant.Infrastructure.Simulation;

namespace Restaurant.Web.Commands;

/// <summary>Starts the web server; what runs when no command is named.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls") { Description = "Addresses to listen on, separated by semicolons." };
    private static readonly Option<string> Data = new("--data") { Description = "The folder for the database and everything else that is written." };

    public static void AddTo(RootCommand root)
    {
        var serve = new Command("serve", "Starts the web server (the default).") { Urls, Data };
        serve.SetAction(RunAsync);
        root.Add(serve);

        root.Add(Urls);
        root.Add(Data);

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

        builder.AddWeb();
        await using var app = builder.Build();
        await app.Services.GetRequiredService<DatabaseMigration>().RunAsync(cancellationToken);
        await app.Services.GetRequiredService<SampleMenu>().PutIntoEmptyAsync(cancellationToken);
        await app.Services.GetRequiredService<SampleDatasets>().PutMissingAsync(cancellationToken);
        app.UseWeb();
        await app.RunAsync(cancellationToken);
        return 0;
    }
}
