using System.Runtime.Versioning;
using Microsoft.Extensions.Configuration;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Tests.Database;

[UnsupportedOSPlatform("windows")]
public sealed class DataDirectoryTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory();

    [Fact]
    public void A_data_folder_that_we_make_is_nobody_elses()
    {
        File.GetUnixFileMode(DatabaseRegistration.DataDirectory(At("data"))).ShouldBe(Owner);
    }

    [Fact]
    public void A_data_folder_that_is_there_keeps_its_rights()
    {
        var shared = Owner | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
        var there = Directory.CreateDirectory(Path.Combine(parent.FullName, "there"));
        there.UnixFileMode = shared;

        DatabaseRegistration.DataDirectory(At("there")).ShouldBe(there.FullName);

        File.GetUnixFileMode(there.FullName).ShouldBe(shared);
    }

    public void Dispose() => parent.Delete(recursive: true);

    private IConfiguration At(string name) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Restaurant:DataDirectory"] = Path.Combine(parent.FullName, name) }).Build();
}
