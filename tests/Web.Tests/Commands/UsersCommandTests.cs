using System.Diagnostics;
using Restaurant.Domain.Team;
using Restaurant.Testing;
using Restaurant.Web.Commands;

namespace Restaurant.Web.Tests.Commands;

public sealed class UsersCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("restaurant-users-");

    [Fact]
    public async Task A_person_is_added_with_the_password_from_standard_input()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var (code, printed, _) = await RunAsync(database, Role.Manager, Team.Password);

        code.ShouldBe(0);
        printed.ShouldContain("lee@example.com may sign in as manager");
        printed.ShouldNotContain(Team.Password);
        await using var node = Node.On(database);
        var person = (await node.Get<IPeople>().ListAsync(CancellationToken.None)).ShouldHaveSingleItem();
        (person.Email, person.Role, person.Waiting).ShouldBe(("lee@example.com", Role.Manager, false));
    }

    [Theory]
    [InlineData(Role.Front, "", "No password came on standard input")]
    [InlineData(Role.Front, "short", "at least 10 characters")]
    [InlineData("boss", Team.Password, "There is no role 'boss'")]
    public async Task What_is_wrong_is_said_and_the_exit_code_is_1(string role, string password, string words)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var (code, _, errors) = await RunAsync(database, role, password);

        code.ShouldBe(1);
        errors.ShouldContain(words);
    }

    private async Task<(int Code, string Printed, string Errors)> RunAsync(TestDatabase database, string role, string password)
    {
        using var run = Process.Start(new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                typeof(RestaurantCommands).Assembly.Location, "users", "add", "--email", "lee@example.com", "--role", role, "--data", folder.FullName,
            },
            Environment = { ["ConnectionStrings__Restaurant"] = database.ConnectionString },
        })!;
        await run.StandardInput.WriteLineAsync(password);
        run.StandardInput.Close();
        var (printed, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        return (run.ExitCode, await printed, await errors);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
