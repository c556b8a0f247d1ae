using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Restaurant.Infrastructure.Database;

/// <summary>PostgreSQL's own programs. The password goes by the environment, where no list of processes shows it.</summary>
internal static class PostgresTool
{
    public static async Task RunAsync(string program, IReadOnlyList<string> arguments, NpgsqlConnectionStringBuilder to, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            Environment =
            {
                ["PGHOST"] = to.Host,
                ["PGPORT"] = to.Port.ToString(CultureInfo.InvariantCulture),
                ["PGUSER"] = to.Username,
                ["PGPASSWORD"] = to.Password,
                ["PGDATABASE"] = to.Database,
            },
        };
        using var process = Start(start, program);
        try
        {
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw new BackupException($"{program} did not succeed: {errors.Trim()}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start) ?? throw new BackupException($"{program} could not be started.");
        }
        catch (Win32Exception missing)
        {
            throw new BackupException(
                $"{program} is not installed here. Install PostgreSQL's client programs (on Debian: apt-get install postgresql-client), or run it where the server is.", missing);
        }
    }
}
