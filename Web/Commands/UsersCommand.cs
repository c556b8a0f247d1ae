using System.CommandLine;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Web.Commands;

/// <summary>People from the command line: for a first set-up by script, or when nobody can sign in any more.</summary>
internal static class UsersCommand
{
    private static readonly Option<string> Email = new("--email") { Description = "The e-mail to sign in with.", Required = true };
    private static readonly Option<string> RoleName = new("--role") { Description = $"One of: {string.Join(", ", Role.All)}.", Required = true };
    private static readonly Option<string> Data = new("--data") { Description = "The folder for the database and everything else that is written." };

    public static void AddTo(RootCommand root)
    {
        var add = new Command("add", "Adds a person; the password is read from standard input.") { Email, RoleName, Data };
        add.SetAction(AddAsync);
        root.Add(new Command("users", "The people who may sign in.") { add });
    }

    private static async Task<int> AddAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var password = await Console.In.ReadLineAsync(cancellationToken);
        if (string.IsNullOrEmpty(password))
            return Refuse("No password came on standard input. For example: echo 'a long password' | … users add --email anna@example.com --role front");

        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (arguments.GetValue(Data) is { } data)
            builder.Configuration["Restaurant:DataDirectory"] = data;
        builder.Services.AddInfrastructure(builder.Configuration);
        using var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseMigration>().RunAsync(cancellationToken);
        try
        {
            var (email, role) = (arguments.GetRequiredValue(Email), arguments.GetRequiredValue(RoleName));
            await host.Services.GetRequiredService<IPeople>().AddWithPasswordAsync(email, role, password, "command line", cancellationToken);
            Console.WriteLine($"{email} may sign in as {role}.");
            return 0;
        }
        catch (InvalidOperationException exception)
        {
            return Refuse(exception.Message);
        }
    }

    private static int Refuse(string words)
    {
        Console.Error.WriteLine(words);
        return 1;
    }
}
