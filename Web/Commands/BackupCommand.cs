using System.CommandLine;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Web.Commands;

/// <summary>Takes a copy of everything while the program runs, and puts one back into an empty place.</summary>
internal static class BackupCommand
{
    private static readonly Option<string> To = new("--to") { Description = "A new folder for the copy.", Required = true };
    private static readonly Option<string> From = new("--from") { Description = "The folder of a backup.", Required = true };
    private static readonly Option<string> Data = new("--data") { Description = "The folder of the data, where it is not the default." };

    public static void AddTo(RootCommand root)
    {
        var backup = new Command("backup", "Copies the database and its key file into a folder; the program may run meanwhile.") { To, Data };
        backup.SetAction((arguments, token) => RunAsync(arguments, (folder, cancellationToken) => folder.WriteAsync(arguments.GetRequiredValue(To), cancellationToken), "Written.", token));
        var restore = new Command("restore", "Puts a backup back where no database is yet. Start the program afterwards.") { From, Data };
        restore.SetAction((arguments, token) => RunAsync(arguments, (folder, cancellationToken) => folder.ReadAsync(arguments.GetRequiredValue(From), cancellationToken), "Restored.", token));
        root.Add(backup);
        root.Add(restore);
    }

    private static async Task<int> RunAsync(ParseResult arguments, Func<BackupFolder, CancellationToken, Task> act, string done, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        if (arguments.GetValue(Data) is { } data)
            builder.Configuration["Restaurant:DataDirectory"] = data;
        try
        {
            await act(new(builder.Configuration), cancellationToken);
            Console.WriteLine(done);
            return 0;
        }
        catch (Exception exception) when (exception is BackupException or IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
