using System.Globalization;

namespace Restaurant.Web.Tests.Faults;

/// <summary>How much of a fault is tried: little in every run of the tests, as much as tests/soak asks for.</summary>
internal static class Amount
{
    public static int Of(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;

    /// <summary>A line for the figures; tests/soak collects them.</summary>
    public static void Write(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("FAULT_FIGURES") is { Length: > 0 } file)
            File.AppendAllText(file, line + Environment.NewLine);
    }
}
