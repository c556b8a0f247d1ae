using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;
using Restaurant.Testing;
using Restaurant.Web.Tests.Nodes;

namespace Restaurant.Web.Tests.Commands;

/// <summary>What keeps the program from starting is said in one message with what to do next, and never with a stack.</summary>
public sealed class StartProblemTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("restaurant-start-");

    [Theory]
    [InlineData("Host=127.0.0.1;Prot=5432;Password=never-shown")]
    [InlineData("Server=127.0.0.1;Database=restaurant;Password=never-shown")]
    [InlineData("never-shown")]
    public async Task A_connection_string_that_is_none_is_explained_and_not_repeated(string connection)
    {
        var said = await Start.RunAsync(folder.FullName, $"--ConnectionStrings:Restaurant={connection}");

        said.ShouldBe(2, "ConnectionStrings:Restaurant cannot be used", "for PostgreSQL");
        said.Words.ShouldNotContain("never-shown");
    }

    [Fact]
    public async Task A_database_server_that_is_not_there_is_named()
    {
        var port = FreePort.Lasting();
        var said = await Start.RunAsync(folder.FullName, $"--ConnectionStrings:Restaurant=Host=127.0.0.1;Port={port};Database=restaurant;Username=restaurant;Password=never-shown");

        said.ShouldBe(1, $"127.0.0.1:{port}", "Start it, or put ConnectionStrings:Restaurant right");
        said.Words.ShouldNotContain("never-shown");
    }

    [Fact]
    public async Task A_database_that_nobody_made_is_named()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var other = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "nobody_made_me" };

        (await Start.RunAsync(folder.FullName, $"--ConnectionStrings:Restaurant={other}")).ShouldBe(1, "\"nobody_made_me\" does not exist", "createdb");
    }

    [Fact]
    public async Task A_port_in_use_is_named_and_nothing_else_complains()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        (await Start.RunAsync(folder.FullName, "--urls", $"http://127.0.0.1:{port}")).ShouldBe(1, $"127.0.0.1:{port}", "listen elsewhere: --urls");
    }

    [Fact]
    public async Task An_address_that_is_none_is_explained() =>
        (await Start.RunAsync(folder.FullName, "--urls", "localhost:none")).ShouldBe(1, "localhost:none", "Write the address as --urls http://localhost:5080");

    // Where not even root may write.
    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_named() =>
        (await Start.RunAsync("/sys/restaurant")).ShouldBe(1, "/sys/restaurant", "--data");

    [Fact]
    public async Task A_database_file_that_is_none_is_explained()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "restaurant.db"), string.Concat(Enumerable.Repeat("no database at all ", 500)));

        (await Start.RunAsync(folder.FullName)).ShouldBe(1, "Restore it from a backup");
    }

    [Fact]
    public async Task A_broken_file_of_settings_is_named_with_the_line()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "appsettings.json"), "{\n  \"Logging\": {\n    oops\n}");

        (await Start.RunAsync(Path.Combine(folder.FullName, "data"), folder.FullName, [])).ShouldBe(1, "appsettings.json", "LineNumber: 2", "it must be JSON");
    }

    [Fact]
    public async Task A_master_key_that_is_missing_damaged_or_another_one_is_said_and_who_has_lost_it_can_go_on()
    {
        var key = Path.Combine(folder.FullName, "master.key");
        await RunsAsync();
        File.Exists(key).ShouldBeTrue();

        File.Delete(key);
        (await Start.RunAsync(folder.FullName)).ShouldBe(1, "master.key is missing", "backup", "Restaurant:NewKey=true");
        File.Exists(key).ShouldBeFalse("a new key would hide that the old one is gone");

        await File.WriteAllBytesAsync(key, RandomNumberGenerator.GetBytes(32));
        (await Start.RunAsync(folder.FullName)).ShouldBe(1, "master.key is another key");

        await File.WriteAllBytesAsync(key, [1, 2, 3]);
        (await Start.RunAsync(folder.FullName)).ShouldBe(1, "master.key is damaged");

        File.Delete(key);
        Directory.CreateDirectory(key);
        (await Start.RunAsync(folder.FullName)).ShouldBe(1, "master.key");
        Directory.Delete(key);

        await RunsAsync(("Restaurant:NewKey", "true"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task RunsAsync(params (string Key, string Value)[] settings)
    {
        await using var product = ProductProcess.Start($"Data Source={Path.Combine(folder.FullName, "restaurant.db")}", "all", Path.Combine(folder.FullName, "log"), settings);
        await product.AnsweringAsync();
        await product.StopAsync();
    }
}
