using System.Globalization;

namespace Restaurant.Web.Tests.Faults;

/// <summary>How much of a fault is tried: little in every run of the tests, as much as tests/soak asks for.</summary>
internal static class Amount
{
    public static int Of(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;

    /// <summary>
    /// How long a recovery may last: five seconds where the machine has nothing else to do, as tests/soak asks; in a run of all tests,
    /// side by side on a busy machine, as long as it takes to be sure.
    /// </summary>
    public static TimeSpan Soon => TimeSpan.FromSeconds(Of("FAULT_SECONDS", 60));

    /// <summary>A line for the figures; tests/soak collects them.</summary>
    public static void Write(string line)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("FAULT_FIGURES") is { Length: > 0 } file)
            File.AppendAllText(file, line + Environment.NewLine);
    }
}
