using System.CommandLine;
using Restaurant.Web.Commands.Bench;

namespace Restaurant.Web.Commands;

/// <summary>The command line: one file a command. Without a command the web server starts.</summary>
public static class RestaurantCommands
{
    public static RootCommand Root()
    {
        var root = new RootCommand("Reads what a restaurant's customers write and turns it into tickets, answers and filed messages.");
        ServeCommand.AddTo(root);
        UsersCommand.AddTo(root);
        EmbeddingsCommand.AddTo(root);
        SimulateCommand.AddTo(root);
        UnderstandCommand.AddTo(root);
        MenuCommand.AddTo(root);
        BenchCommand.AddTo(root);
        BackupCommand.AddTo(root);
        return root;
    }
}
