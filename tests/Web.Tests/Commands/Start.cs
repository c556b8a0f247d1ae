using System.Diagnostics;
using Restaurant.Web.Commands;

namespace Restaurant.Web.Tests.Commands;

/// <summary>A start of the real program that comes to nothing.</summary>
internal sealed record Start(int Code, string Words)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    public static Task<Start> RunAsync(string data, params string[] arguments) => RunAsync(data, AppContext.BaseDirectory, arguments);

    public static async Task<Start> RunAsync(string data, string from, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(RestaurantCommands).Assembly.Location, "serve", "--data", data, .. arguments.Contains("--urls") ? [] : (string[])["--urls", "http://127.0.0.1:0"], .. arguments])
        {
            WorkingDirectory = from,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Limit);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }

        return new(process.ExitCode, $"{await output}{await errors}");
    }

    /// <summary>One message that says all this, and neither a stack nor an exception's name.</summary>
    public void ShouldBe(int code, params string[] words)
    {
        foreach (var expected in words)
            Words.ShouldContain(expected);
        Code.ShouldBe(code);
        foreach (var unwanted in (string[])["   at ", "Exception", "crit:", "fail:"])
            Words.Contains(unwanted, StringComparison.Ordinal).ShouldBeFalse($"\"{unwanted}\" stands in what was said:\n{Words}");
    }
}
