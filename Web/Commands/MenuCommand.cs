using System.CommandLine;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Changes;
using Restaurant.Domain.Settings;
using Restaurant.Infrastructure;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Menu;
using Restaurant.Pipeline;

namespace Restaurant.Web.Commands;

/// <summary>The menu from and to a file without the web server.</summary>
internal static class MenuCommand
{
    private static readonly Argument<FileInfo> File = new("file") { Description = "A file that ends in .csv or .json." };
    private static readonly Option<string> Data = new("--data") { Description = "The folder for the database and everything else that is written." };
    private static readonly Option<bool> Keep = new("--keep") { Description = "Leave items that are not in the file on the menu." };

    public static void AddTo(RootCommand root)
    {
        File.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo>() is { } file && !MenuFiles.IsKnown(file.Name))
                result.AddError($"{file.Name} ends in neither .csv nor .json.");
        });
        var import = new Command("import", "Makes the menu what a file says. Bad rows are named, good ones kept; the history can undo it.") { File, Data, Keep };
        import.SetAction(ImportAsync);
        var export = new Command("export", "Writes the menu to a file: everything as .json, the items as .csv.") { File, Data };
        export.SetAction(ExportAsync);
        root.Add(new Command("menu", "What the restaurant sells.") { import, export });
    }

    private static async Task<int> ImportAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var source = arguments.GetRequiredValue(File);
        if (!source.Exists)
            return Refuse($"There is no file {source.FullName}.");

        using var host = await OpenAsync(arguments, cancellationToken);
        var settings = host.Services.GetRequiredService<ISettings>().Current;
        await using var stream = source.OpenRead();
        var file = await MenuFiles.ReadAsync(source.Name, stream, settings.Decimals, cancellationToken);
        foreach (var bad in file.BadRows)
            await Console.Error.WriteLineAsync($"{source.Name}, {bad}");

        var store = host.Services.GetRequiredService<IMenuStore>();
        var verdict = await store.ChangeAsync(new ImportMenu(file, source.Name, arguments.GetValue(Keep)), "command line", null, cancellationToken);
        if (verdict.Outcome is not (MenuOutcome.Saved or MenuOutcome.Unchanged))
            return Refuse(string.Join(Environment.NewLine, verdict.Problems.Select(problem => $"{problem.Subject} {problem.Message}".Trim())));
        Console.WriteLine(
            $"{verdict.Menu.Items.Count()} items in {verdict.Menu.Categories.Count} categories, {file.BadRows.Count} bad rows; menu version {verdict.Menu.Version}.");
        return 0;
    }

    private static async Task<int> ExportAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var target = arguments.GetRequiredValue(File);
        using var host = await OpenAsync(arguments, cancellationToken);
        var menu = await host.Services.GetRequiredService<IMenuStore>().LoadAsync(cancellationToken);
        if (menu.Version == 0)
            return Refuse("The menu is empty. Import one first.");
        var text = MenuFiles.Write(target.Name, menu, host.Services.GetRequiredService<ISettings>().Current.Decimals);
        try
        {
            await System.IO.File.WriteAllTextAsync(target.FullName, text, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse($"{target.FullName} cannot be written: {exception.Message}");
        }

        Console.WriteLine($"{menu.Items.Count()} items written to {target.FullName}.");
        return 0;
    }

    private static async Task<IHost> OpenAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (arguments.GetValue(Data) is { } data)
            builder.Configuration["Restaurant:DataDirectory"] = data;
        builder.Services.AddInfrastructure(builder.Configuration);
        builder.Services.AddPipeline(builder.Configuration);
        var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseMigration>().RunAsync(cancellationToken);
        return host;
    }

    private static int Refuse(string words)
    {
        Console.Error.WriteLine(words);
        return 1;
    }
}
