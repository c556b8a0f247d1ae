using System.Text.RegularExpressions;

namespace Restaurant.Architecture.Tests;

/// <summary>What docker-compose.yml and the Dockerfile say about the program is still true of it.</summary>
public sealed partial class ContainersTests
{
    private static readonly string Compose = Read("docker-compose.yml");
    private static readonly string Image = Read("Web/Dockerfile");

    // Read by .NET itself.
    private static readonly string[] Runtime = ["ASPNETCORE_FORWARDEDHEADERS_ENABLED", "ASPNETCORE_URLS"];

    [Fact]
    public void Every_setting_of_a_container_is_one_that_the_program_reads()
    {
        var code = string.Concat(Source.Projects.SelectMany(Source.CodeOf).Select(File.ReadAllText));
        var names = Setting().Matches(Compose + Image).Select(match => match.Groups[1].Value).Distinct().ToList();

        names.Count.ShouldBeGreaterThan(4);
        names.Except(Runtime).Where(name => !IsRead(name.Replace("__", ":", StringComparison.Ordinal), code)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_file_that_containers_take_from_here_is_there()
    {
        var mounted = Mounted().Matches(Compose).Select(match => match.Groups[1].Value);
        var copied = Copied().Matches(Image).SelectMany(match => match.Groups[1].Value.Split(' ')).Where(name => name != ".");

        mounted.Concat(copied).Append("Web/Dockerfile").Where(name => !Path.Exists(Path.Combine(Source.Root, name))).ShouldBeEmpty();
    }

    [Fact]
    public void The_proxy_of_the_containers_is_the_one_that_the_topologys_test_starts()
    {
        Compose.ShouldContain("./Web/proxy.conf:/etc/nginx/conf.d/default.conf:ro");
        Read("tests/Web.Tests/Nodes/Topology.cs").ShouldContain("\"Web/proxy.conf\"");

        // The names that the proxy asks for are the names of the containers.
        foreach (Match server in Upstream().Matches(Read("Web/proxy.conf")))
            Compose.ShouldContain($"\n  {server.Groups[1].Value}: ");
    }

    [Fact]
    public void The_image_is_built_with_the_SDK_that_the_repository_names_and_can_run_its_health_check()
    {
        var sdk = Sdk().Match(Read("global.json")).Groups[1].Value;
        Image.ShouldContain($"FROM mcr.microsoft.com/dotnet/sdk:{sdk} AS build");
        Image.ShouldContain($"FROM mcr.microsoft.com/dotnet/aspnet:{sdk}\n");
        Read("Directory.Build.props").ShouldContain($"<TargetFramework>net{sdk}</TargetFramework>");

        // The base image has no curl; the other health checks are the databases' own programs, which are in theirs.
        Image.ShouldContain("install -y --no-install-recommends curl");
        Image.ShouldContain("CMD curl -fsS http://127.0.0.1:5080/health/live");
        Compose.ShouldContain("pg_isready");
        Compose.ShouldContain("\"redis-cli\", \"ping\"");
    }

    // The one-time link names the port that the program listens on.
    [Fact]
    public void A_link_that_a_container_prints_opens_outside_of_it()
    {
        var port = Listens().Match(Image).Groups[1].Value;
        var published = Published().Matches(Compose).Select(match => match.Groups[1].Value).ToList();

        published.ShouldNotBeEmpty();
        published.ShouldAllBe(ports => ports == $"{port}:{port}");
    }

    [Fact]
    public void What_is_left_out_of_the_image_is_no_source() =>
        Source.Projects.SelectMany(Source.CodeOf).Select(Source.Relative).Where(file => file.Split('/').Contains("data")).ShouldBeEmpty();

    private static bool IsRead(string name, string code) =>
        code.Contains($"\"{name}\"", StringComparison.Ordinal)
        || (name.Split(':') is ["ConnectionStrings", var which] && code.Contains($"GetConnectionString(\"{which}\")", StringComparison.Ordinal));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Source.Root, file));

    // A key of a mapping, or the name after ENV: with two underscores between its parts, or .NET's own.
    [GeneratedRegex(@"(?:^|\s)((?:ASPNETCORE_|DOTNET_)\w+|[A-Z]\w*?__\w+)\s*[:=]", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"""\./([^:""]+):")]
    private static partial Regex Mounted();

    [GeneratedRegex(@"^COPY (?!--from)(.+) \S+$", RegexOptions.Multiline)]
    private static partial Regex Copied();

    [GeneratedRegex(@"ASPNETCORE_URLS=http://\+:(\d+)")]
    private static partial Regex Listens();

    [GeneratedRegex(@"ports: \[""([\d:]+)""\]")]
    private static partial Regex Published();

    [GeneratedRegex(@"^\s*server\s+([\w-]+):\d+", RegexOptions.Multiline)]
    private static partial Regex Upstream();

    [GeneratedRegex(@"""version"": ""(\d+\.\d+)\.")]
    private static partial Regex Sdk();
}
