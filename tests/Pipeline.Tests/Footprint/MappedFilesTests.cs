using System.Globalization;
using System.Xml;
using Restaurant.Pipeline.Footprint;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Footprint;

public sealed class MappedFilesTests
{
    [Fact]
    public void Only_what_can_be_had_again_from_an_assembly_is_let_go_of()
    {
        string[] system =
        [
            .. Mapping("1000-3000 r-xp 00000000 08:01 77 /opt/a program.dll", anonymous: 0),
            .. Mapping("3000-4000 r--p 00002000 08:01 77 /opt/a program.dll", anonymous: 4),
            .. Mapping("4000-5000 rw-p 00003000 08:01 77 /opt/a program.dll", anonymous: 0),
            .. Mapping("5000-8000 r--s 00000000 08:01 77 /opt/a program.dll", anonymous: 0),
            .. Mapping("8000-9000 r--s 00001000 08:01 77 /opt/a program.dll", anonymous: 0),
            .. Mapping("9000-a000 r--s 00000000 08:01 77 /opt/a program.dll", anonymous: 0),
            .. Mapping("a000-b000 rw-p 00000000 00:00 0", anonymous: 4),
            .. Mapping("b000-c000 r-xs 00000000 00:01 9 /memfd:doublemapper (deleted)", anonymous: 0),
            .. Mapping("c000-d000 r--p 00000000 00:00 0 [vvar]", anonymous: 0),
            .. Mapping("d000-e000 r-xp 00000000 08:01 78 /usr/lib/a.so", anonymous: 0),
        ];

        MappedFiles.Unchanged(system, new Dictionary<string, long> { ["/opt/a program.dll"] = 0x2800 }).ShouldBe([(0x1000, 0x2000u), (0x5000, 0x3000u)]);
    }

    [Fact]
    public async Task An_assembly_that_was_let_go_of_is_used_as_before()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The system is asked as Linux is.");
        var assembly = typeof(XmlDocument).Assembly.Location;

        await Poll.UntilAsync(
            () =>
            {
                Parse().ShouldBe("soup");
                var before = InMemory(assembly);
                MappedFiles.LetGo();
                return InMemory(assembly) < before;
            },
            "there is less of it in memory");

        Parse().ShouldBe("soup");
    }

    private static string Parse()
    {
        var document = new XmlDocument();
        document.LoadXml("<menu><dish>soup</dish></menu>");
        return document.InnerText;
    }

    private static string[] Mapping(string head, int anonymous) => [head, "Size:                  8 kB", $"Anonymous:          {anonymous,6} kB", "VmFlags: rd ex mr mw me"];

    private static int InMemory(string path)
    {
        var (sum, ours) = (0, false);
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            if (char.IsAsciiHexDigitLower(line[0]))
                ours = line.EndsWith(path, StringComparison.Ordinal);
            else if (ours && line.StartsWith("Rss:", StringComparison.Ordinal))
                sum += int.Parse(line["Rss:".Length..^"kB".Length], CultureInfo.InvariantCulture);
        }

        return sum;
    }
}
